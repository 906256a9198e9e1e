package truceline.mission;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import truceline.finding.Person;
import truceline.finding.Statement;
import truceline.json.JsonException;
import truceline.json.JsonReader;
import truceline.json.JsonValue;
import truceline.json.JsonWriter;
import truceline.observation.Columns;
import truceline.observation.ColumnsText;

/// Entries as canonical JSON: `{"<type>":{…},"v":1}`, where `v` is the version of the form. Format:
/// `spec/entry.md`.
public final class EntryText {
    private static final int FORM = 1;
    private static final int MOST_ROWS = 65_535;

    private EntryText() {}

    public static byte[] write(Entry entry) {
        JsonWriter out = new JsonWriter();
        write(out, entry);
        return out.toBytes();
    }

    /// Writes one entry where the writer stands.
    public static void write(JsonWriter out, Entry entry) {
        out.beginObject();
        out.name(type(entry)).beginObject();
        switch (entry) {
            case Entry.KeyEntered key -> key(out, key);
            case Entry.Ruled ruled -> {
                out.name("parameters").beginObject();
                ruled.parameters().forEach((name, value) -> out.name(name).value(value));
                out.endObject();
                out.name("rule").value(ruled.rule());
                out.name("version").value(ruled.version());
            }
            case Entry.DocumentPart part -> {
                out.name("kind").value(part.kind());
                out.name("part").value(part.part());
                out.name("parts").value(part.parts());
                out.name("sha256").value(part.sha256());
                out.name("text").value(part.text());
            }
            case Entry.AgreementEntered agreement -> AgreementEntryText.write(out, agreement);
            case Entry.SourceEntered source -> {
                out.name("grade").value(String.valueOf(source.grade()));
                out.name("id").value(source.id());
                out.name("received").value(source.receivedMs());
            }
            case Entry.Submitted submitted -> submitted(out, submitted);
            case Entry.Conflicted conflicted -> conflicted(out, conflicted);
            case Entry.Observed observed -> {
                out.name("n").value(observed.rows().size());
                out.name("rows");
                ColumnsText.write(out, observed.rows());
                out.name("submission").value(observed.submission());
            }
            case Entry.Rejected rejected -> rejected(out, rejected);
            case Entry.ControlEntered control -> {
                out.name("date").value(control.date());
                out.name("document").value(control.document());
                out.name("submission").value(control.submission());
            }
            case Entry.Enrolled enrolled -> enrolled(out, enrolled);
            case Entry.Revoked revoked -> revoked(out, revoked);
            case Entry.PolicyEntered policy -> {
                out.name("received").value(policy.receivedMs());
                out.name("text").value(policy.text());
            }
            case Entry.Stated stated -> {
                out.name("by").value(stated.by());
                out.name("id").value(stated.id());
                out.name("received").value(stated.receivedMs());
                out.name("signature").value(stated.signature());
                out.name("statement");
                stated.statement().write(out);
            }
            case Entry.Ticked tick -> {
                out.name("closes").value(tick.closesMs());
                out.name("picture").value(tick.picture());
                out.name("received").value(tick.receivedMs());
                out.name("rule").value(tick.rule());
            }
        }
        out.endObject();
        out.name("v").value(FORM);
        out.endObject();
    }

    /// Reads one entry. Anything that is not exactly what {@link #write} writes is a {@link JsonException}.
    public static Entry read(byte[] bytes) {
        try {
            JsonReader in = new JsonReader(bytes);
            in.beginObject();
            if (!in.hasName()) {
                throw in.fault("an entry without a type");
            }
            Entry entry = body(in, in.name());
            in.name("v");
            if (in.number() != FORM) {
                throw in.fault("unknown form of an entry");
            }
            in.endObject();
            in.end();
            return entry;
        } catch (IllegalArgumentException e) {
            throw new JsonException("a value is out of its range: " + e.getMessage());
        }
    }

    private static void key(JsonWriter out, Entry.KeyEntered key) {
        Entry.Change change = key.change();
        if (change != null) {
            out.name("change").beginObject();
            out.name("received").value(change.receivedMs());
            signatures(out, change.signatures());
            out.endObject();
        }
        out.name("key").value(key.key());
        out.name("role").value(key.role());
    }

    private static Entry key(JsonReader in) {
        Entry.Change change = in.isNext("change") ? change(in) : null;
        String key = in.text("key");
        return new Entry.KeyEntered(in.text("role"), key, change);
    }

    private static void revoked(JsonWriter out, Entry.Revoked revoked) {
        out.name("from").value(revoked.fromMs());
        out.name("id").value(revoked.id());
        out.name("key").value(revoked.key());
        out.name("reason").value(revoked.reason());
        out.name("received").value(revoked.receivedMs());
        signatures(out, revoked.signatures());
    }

    private static Entry revoked(JsonReader in) {
        long from = in.number("from");
        String id = in.text("id");
        String key = in.text("key");
        String reason = in.text("reason");
        long received = in.number("received");
        return new Entry.Revoked(id, key, from, reason, received, signatures(in));
    }

    private static String type(Entry entry) {
        return switch (entry) {
            case Entry.KeyEntered key -> "key";
            case Entry.Ruled ruled -> "rule";
            case Entry.DocumentPart part -> "document";
            case Entry.AgreementEntered agreement -> "agreement";
            case Entry.SourceEntered source -> "source";
            case Entry.Submitted submitted -> "submission";
            case Entry.Conflicted conflicted -> "conflict";
            case Entry.Observed observed -> "observations";
            case Entry.Rejected rejected -> "rejections";
            case Entry.ControlEntered control -> "control";
            case Entry.Enrolled enrolled -> "person";
            case Entry.Revoked revoked -> "revocation";
            case Entry.PolicyEntered policy -> "policy";
            case Entry.Stated stated -> "statement";
            case Entry.Ticked ticked -> "tick";
        };
    }

    private static Entry body(JsonReader in, String type) {
        in.beginObject();
        Entry entry = switch (type) {
            case "key" -> key(in);
            case "rule" -> {
                in.name("parameters");
                SortedMap<String, Long> parameters = parameters(in);
                String rule = in.text("rule");
                yield new Entry.Ruled(rule, in.integer("version"), parameters);
            }
            case "document" -> {
                String kind = in.text("kind");
                int part = in.integer("part");
                int parts = in.integer("parts");
                String sha256 = in.text("sha256");
                yield new Entry.DocumentPart(kind, sha256, part, parts, in.text("text"));
            }
            case "agreement" -> AgreementEntryText.read(in);
            case "source" -> {
                char grade = letter(in, "grade");
                String id = in.text("id");
                yield new Entry.SourceEntered(id, grade, in.number("received"));
            }
            case "submission" -> submitted(in);
            case "conflict" -> conflicted(in);
            case "observations" -> {
                int rows = in.integer("n");
                if (rows < 1 || rows > MOST_ROWS) {
                    throw in.fault("an entry of " + rows + " rows");
                }
                in.name("rows");
                Columns columns = ColumnsText.read(in, rows);
                yield new Entry.Observed(in.number("submission"), columns);
            }
            case "rejections" -> {
                in.name("rows");
                List<Entry.RejectedRow> rows = rejectedRows(in);
                yield new Entry.Rejected(in.number("submission"), rows);
            }
            case "control" -> {
                String date = in.text("date");
                String document = in.text("document");
                yield new Entry.ControlEntered(in.number("submission"), document, date);
            }
            case "person" -> person(in);
            case "revocation" -> revoked(in);
            case "policy" -> {
                long received = in.number("received");
                yield new Entry.PolicyEntered(in.text("text"), received);
            }
            case "statement" -> {
                String by = in.text("by");
                String id = in.text("id");
                long received = in.number("received");
                String signature = in.text("signature");
                in.name("statement");
                yield new Entry.Stated(id, by, statement(in), signature, received);
            }
            case "tick" -> {
                long closes = in.number("closes");
                String picture = in.text("picture");
                long received = in.number("received");
                yield new Entry.Ticked(received, closes, picture, in.integer("rule"));
            }
            default -> throw in.fault("unknown type of entry '" + type + "'");
        };
        in.endObject();
        return entry;
    }

    private static void enrolled(JsonWriter out, Entry.Enrolled enrolled) {
        Person person = enrolled.person();
        out.name("body").value(person.body());
        out.name("id").value(person.id());
        out.name("key").value(person.key());
        if (enrolled.proof() != null) {
            out.name("proof").value(enrolled.proof());
        }
        out.name("received").value(enrolled.receivedMs());
        out.name("seat").value(person.seat());
        out.name("section").value(person.section());
        if (!person.sources().isEmpty()) {
            out.name("sources").beginArray();
            person.sources().forEach(out::value);
            out.endArray();
        }
    }

    private static Entry person(JsonReader in) {
        String body = in.text("body");
        String id = in.text("id");
        String key = in.text("key");
        String proof = in.isNext("proof") ? in.text() : null;
        long received = in.number("received");
        String seat = in.text("seat");
        String section = in.text("section");
        List<String> sources = in.isNext("sources") ? texts(in) : List.of();
        return new Entry.Enrolled(new Person(id, body, seat, section, key, sources), received, proof);
    }

    private static List<String> texts(JsonReader in) {
        List<String> texts = new ArrayList<>();
        in.beginArray();
        while (in.hasElement()) {
            texts.add(in.text());
        }
        if (texts.isEmpty()) {
            throw in.fault("an empty list is left out");
        }
        return texts;
    }

    private static Entry.Change change(JsonReader in) {
        in.beginObject();
        long received = in.number("received");
        Entry.Change change = new Entry.Change(received, signatures(in));
        in.endObject();
        return change;
    }

    static void signatures(JsonWriter out, List<Entry.Signature> signatures) {
        out.name("signatures").beginArray();
        for (Entry.Signature each : signatures) {
            out.beginObject();
            out.name("by").value(each.by());
            out.name("signature").value(each.signature());
            out.endObject();
        }
        out.endArray();
    }

    static List<Entry.Signature> signatures(JsonReader in) {
        List<Entry.Signature> signatures = new ArrayList<>();
        in.name("signatures");
        in.beginArray();
        while (in.hasElement()) {
            in.beginObject();
            String by = in.text("by");
            signatures.add(new Entry.Signature(by, in.text("signature")));
            in.endObject();
        }
        return signatures;
    }

    private static Statement statement(JsonReader in) {
        if (JsonValue.read(in) instanceof JsonValue.Obj parts) {
            return Statement.read(parts);
        }
        throw in.fault("a statement is an object");
    }

    private static Entry submitted(JsonReader in) {
        String blob = in.text("blob");
        char fileClass = letter(in, "class");
        String commitment = in.isNext("commitment") ? in.text() : null;
        String format = in.text("format");
        String id = in.text("id");
        String mapping = in.isNext("mapping") ? in.text() : null;
        int reader = in.integer("reader");
        long received = in.number("received");
        Entry.Signed signed = in.isNext("signed") ? signed(in) : null;
        long size = in.number("size");
        String source = in.text("source");
        return new Entry.Submitted(
                id, source, format, reader, fileClass, blob, size, commitment, mapping, received, signed);
    }

    private static Entry conflicted(JsonReader in) {
        char fileClass = letter(in, "class");
        String format = in.text("format");
        long received = in.number("received");
        in.name("signed");
        Entry.Signed signed = signed(in);
        String source = in.text("source");
        return new Entry.Conflicted(in.number("submission"), source, format, fileClass, received, signed);
    }

    private static void conflicted(JsonWriter out, Entry.Conflicted conflicted) {
        out.name("class").value(String.valueOf(conflicted.fileClass()));
        out.name("format").value(conflicted.format());
        out.name("received").value(conflicted.receivedMs());
        out.name("signed");
        signed(out, conflicted.signed());
        out.name("source").value(conflicted.source());
        out.name("submission").value(conflicted.submission());
    }

    private static void signed(JsonWriter out, Entry.Signed signed) {
        out.beginObject();
        out.name("batch").value(signed.batch());
        out.name("by").value(signed.by());
        out.name("signature").value(signed.signature());
        out.endObject();
    }

    private static Entry.Signed signed(JsonReader in) {
        in.beginObject();
        String batch = in.text("batch");
        String by = in.text("by");
        Entry.Signed signed = new Entry.Signed(by, batch, in.text("signature"));
        in.endObject();
        return signed;
    }

    private static char letter(JsonReader in, String name) {
        String text = in.text(name);
        if (text.length() != 1) {
            throw in.fault("one letter is expected");
        }
        return text.charAt(0);
    }

    private static void submitted(JsonWriter out, Entry.Submitted submitted) {
        out.name("blob").value(submitted.blob());
        out.name("class").value(String.valueOf(submitted.fileClass()));
        if (submitted.commitment() != null) {
            out.name("commitment").value(submitted.commitment());
        }
        out.name("format").value(submitted.format());
        out.name("id").value(submitted.id());
        if (submitted.mapping() != null) {
            out.name("mapping").value(submitted.mapping());
        }
        out.name("reader").value(submitted.reader());
        out.name("received").value(submitted.receivedMs());
        Entry.Signed signed = submitted.signed();
        if (signed != null) {
            out.name("signed");
            signed(out, signed);
        }
        out.name("size").value(submitted.sizeBytes());
        out.name("source").value(submitted.source());
    }

    private static void rejected(JsonWriter out, Entry.Rejected rejected) {
        out.name("rows").beginArray();
        for (Entry.RejectedRow row : rejected.rows()) {
            out.beginObject();
            out.name("code").value(row.code());
            out.name("field").value(row.field());
            out.name("id").value(row.identity());
            out.name("row").value(row.row());
            out.endObject();
        }
        out.endArray();
        out.name("submission").value(rejected.submission());
    }

    private static List<Entry.RejectedRow> rejectedRows(JsonReader in) {
        List<Entry.RejectedRow> rows = new ArrayList<>();
        in.beginArray();
        while (in.hasElement()) {
            in.beginObject();
            String code = in.text("code");
            String field = in.text("field");
            String identity = in.text("id");
            rows.add(new Entry.RejectedRow(in.number("row"), field, code, identity));
            in.endObject();
        }
        return rows;
    }

    private static SortedMap<String, Long> parameters(JsonReader in) {
        SortedMap<String, Long> parameters = new TreeMap<>();
        in.beginObject();
        while (in.hasName()) {
            parameters.put(in.name(), in.number());
        }
        return parameters;
    }
}
