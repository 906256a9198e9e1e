package truceline.report.agreement;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import truceline.mission.Documents;

/// Prints a document of ours as PDF on A4: tagged (PDF/UA), its fonts embedded, nothing fetched. The same document
/// gives
/// the same bytes: the file's identity is the hash of the document, and its dates are fixed. Thread-safe.
///
/// The fonts (Liberation Serif and Mono) hold Latin, Greek and Cyrillic letters, and no others.
public final class CopyPdf {
    private static final String FOLDER = "/liberation/";
    private static final List<Face> FACES = List.of(
            new Face("LiberationSerif-Regular.ttf", "Liberation Serif", 400, FontStyle.NORMAL),
            new Face("LiberationSerif-Regular.ttf", "serif", 400, FontStyle.NORMAL),
            new Face("LiberationSerif-Bold.ttf", "Liberation Serif", 700, FontStyle.NORMAL),
            new Face("LiberationSerif-Italic.ttf", "Liberation Serif", 400, FontStyle.ITALIC),
            new Face("LiberationSerif-BoldItalic.ttf", "Liberation Serif", 700, FontStyle.ITALIC),
            new Face("LiberationMono-Regular.ttf", "Liberation Mono", 400, FontStyle.NORMAL));
    private static final String PRODUCER = "Truceline";

    static {
        XRLog.setLoggingEnabled(false);
    }

    private record Face(String file, String family, int weight, FontStyle style) {
        InputStream open() {
            InputStream font = CopyPdf.class.getResourceAsStream(FOLDER + file);
            if (font == null) {
                throw new IllegalStateException("the font " + file + " is missing");
            }
            return font;
        }
    }

    private CopyPdf() {}

    /// Prints a document that is well-formed XML. Throws {@link IllegalArgumentException} where it holds a letter that
    /// the fonts do not have.
    public static void write(String html, OutputStream out) throws IOException {
        refuseUnknownLetters(html);
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.withProducer(PRODUCER);
        builder.useUriResolver((base, uri) -> uri.startsWith("#") ? uri : "");
        builder.withHtmlContent(html, "");
        for (Face face : FACES) {
            FSSupplier<InputStream> open = face::open;
            builder.useFont(open, face.family(), face.weight(), face.style(), true);
        }
        builder.toStream(out);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            try (PDDocument document = renderer.getPdfDocument()) {
                fix(document, html);
                document.save(out);
            }
        }
    }

    /// Nothing of the hour or the machine stays in the file.
    private static void fix(PDDocument document, String html) {
        byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
        String hash = Documents.sha256(bytes);
        document.setDocumentId(
                ByteBuffer.wrap(hash.getBytes(StandardCharsets.US_ASCII)).getLong());
        document.getDocumentInformation().setCreationDate(null);
        document.getDocumentInformation().setModificationDate(null);
    }

    private static void refuseUnknownLetters(String html) throws IOException {
        try (InputStream font = FACES.getFirst().open();
                TrueTypeFont serif = new TTFParser()
                        .parse(new RandomAccessReadBuffer(new ByteArrayInputStream(font.readAllBytes())))) {
            CmapLookup letters = serif.getUnicodeCmapLookup();
            html.codePoints()
                    .filter(point -> point > ' ' && letters.getGlyphId(point) == 0)
                    .findFirst()
                    .ifPresent(point -> {
                        throw new IllegalArgumentException("the fonts of a PDF here have no letter "
                                + Character.toString(point) + " (" + Character.UnicodeScript.of(point) + ")");
                    });
        }
    }
}
