package truceline.intake;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// What a spreadsheet's first sheet needs to be read: its shared texts, which styles show a number as a date, and from
/// which day serial numbers count (ECMA-376 part 1, 18.2 to 18.8). No DTD and no outside entity is ever followed.
final class XlsxBook {
    static final int MOST_SHARED_TEXTS = 1 << 20;
    private static final String OFFICE_DOCUMENT = "/officeDocument";

    private final XlsxParts parts;
    private final List<String> texts = new ArrayList<>();
    private final List<XlsxNumber.Style> styles = new ArrayList<>();
    private boolean from1904;

    /// @throws Refusal where the parts are no spreadsheet
    XlsxBook(XlsxParts parts) {
        this.parts = parts;
    }

    /// The first sheet as lines of CSV.
    ///
    /// @param isTime by its heading: whether a column's plain numbers are moments
    XlsxSheet firstSheet(Predicate<String> isTime) {
        try {
            String workbook = "xl/workbook.xml";
            for (Relation relation : relations("_rels/.rels", "")) {
                if (relation.type().endsWith(OFFICE_DOCUMENT)) {
                    workbook = relation.part();
                }
            }
            int slash = workbook.lastIndexOf('/') + 1;
            String folder = workbook.substring(0, slash);
            List<Relation> relations = relations(folder + "_rels/" + workbook.substring(slash) + ".rels", folder);
            String sheetId = workbook(workbook);
            String sheet = "";
            for (Relation relation : relations) {
                if (relation.type().endsWith("/sharedStrings")) {
                    texts(relation.part());
                } else if (relation.type().endsWith("/styles")) {
                    styles(relation.part());
                } else if (relation.id().equals(sheetId)) {
                    sheet = relation.part();
                }
            }
            XMLStreamReader xml = open(sheet);
            if (xml == null) {
                throw XlsxParts.damaged();
            }
            return new XlsxSheet(xml, this, isTime);
        } catch (XMLStreamException malformed) {
            throw XlsxParts.damaged();
        }
    }

    /// The shared text with that number, or null where there is none.
    @Nullable
    String findText(int number) {
        return number < 0 || number >= texts.size() ? null : texts.get(number);
    }

    XlsxNumber.Style style(int number) {
        return number < 0 || number >= styles.size() ? XlsxNumber.Style.NUMBER : styles.get(number);
    }

    boolean isFrom1904() {
        return from1904;
    }

    /// The text inside the element at whose start the reader stands, pronunciation left out; the reader is left at its
    /// end.
    static String text(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        int silent = 0;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                silent = silent > 0 || xml.getLocalName().equals("rPh") ? silent + 1 : 0;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                silent = Math.max(0, silent - 1);
            } else if (silent == 0 && isText(event)) {
                text.append(xml.getText());
            }
        }
        return text.toString();
    }

    private static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }

    private @Nullable XMLStreamReader open(String part) throws XMLStreamException {
        byte[] bytes = parts.find(part);
        if (bytes == null) {
            return null;
        }
        // Checked here, because the parser would print what it finds wrong in the bytes.
        if (!Utf8.isValid(bytes, 0, bytes.length)) {
            throw new XMLStreamException(part + " is not UTF-8");
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
    }

    private record Relation(String id, String type, String part) {}

    private List<Relation> relations(String part, String folder) throws XMLStreamException {
        List<Relation> relations = new ArrayList<>();
        XMLStreamReader xml = open(part);
        while (xml != null && goToStart(xml)) {
            if (xml.getLocalName().equals("Relationship")) {
                String place = place(xml);
                relations.add(new Relation(
                        attribute(xml, "Id"),
                        attribute(xml, "Type"),
                        place.startsWith("/") ? place.substring(1) : folder + place));
            }
        }
        return relations;
    }

    /// Where a relation leads: besides its id, its type and how it is meant, the only attribute that it has.
    private static String place(XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String name = xml.getAttributeLocalName(i);
            if (!name.equals("Id") && !name.equals("Type") && !name.endsWith("Mode")) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /// Reads the workbook's part and says the relation of its first sheet.
    private String workbook(String part) throws XMLStreamException {
        XMLStreamReader xml = open(part);
        String first = "";
        while (xml != null && goToStart(xml)) {
            if (xml.getLocalName().equals("workbookPr")) {
                String flag = attribute(xml, "date1904");
                from1904 = flag.equals("1") || flag.equals("true");
            } else if (xml.getLocalName().equals("sheet") && first.isEmpty()) {
                for (int i = 0; i < xml.getAttributeCount(); i++) {
                    boolean isRelation = xml.getAttributeNamespace(i) != null
                            && xml.getAttributeLocalName(i).equals("id");
                    first = isRelation ? xml.getAttributeValue(i) : first;
                }
            }
        }
        return first;
    }

    private void texts(String part) throws XMLStreamException {
        XMLStreamReader xml = open(part);
        while (xml != null && goToStart(xml)) {
            if (xml.getLocalName().equals("si")) {
                if (texts.size() == MOST_SHARED_TEXTS) {
                    throw XlsxParts.tooLarge();
                }
                texts.add(text(xml));
            }
        }
    }

    private void styles(String part) throws XMLStreamException {
        Map<String, String> formats = new HashMap<>();
        XMLStreamReader xml = open(part);
        boolean ofCells = false;
        while (xml != null && goToStart(xml)) {
            switch (xml.getLocalName()) {
                case "numFmt" -> formats.put(attribute(xml, "numFmtId"), attribute(xml, "formatCode"));
                case "cellXfs" -> ofCells = true;
                case "cellStyles", "dxfs" -> ofCells = false;
                case "xf" -> {
                    if (ofCells && styles.size() < MOST_SHARED_TEXTS) {
                        String id = attribute(xml, "numFmtId");
                        styles.add(XlsxNumber.style(id, formats.getOrDefault(id, "")));
                    }
                }
                default -> {
                    // Fonts, fills and borders say nothing about what a cell holds.
                }
            }
        }
    }

    private static boolean goToStart(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }
}
