package truceline.observation;

import org.jspecify.annotations.Nullable;
import truceline.json.JsonReader;
import truceline.json.JsonWriter;

/// The protected parts of a row as canonical JSON, the form in which they are committed to and kept in the vault. A
/// part that
/// a row does not have is not written. Format: `spec/vault.md`.
public final class ProtectedText {
    private ProtectedText() {}

    /// Class M: `{"lat":…,"lon":…,"observer":…,"rangeFrom":…,"rangeTo":…,"remark":…,"sectors":…}`; coordinates in 1e-7
    /// degree,
    /// ranges in metres, sectors as a bit mask of 16-point sectors from north.
    public static byte[] monitorPart(Draft draft) {
        JsonWriter out = new JsonWriter().beginObject();
        if (draft.observerLonE7 != Draft.NOWHERE) {
            out.name("lat").value(draft.observerLatE7);
            out.name("lon").value(draft.observerLonE7);
        }
        text(out, "observer", draft.observer);
        if (draft.rangeToMetres >= 0) {
            out.name("rangeFrom").value(draft.rangeFromMetres);
            out.name("rangeTo").value(draft.rangeToMetres);
        }
        text(out, "remark", draft.remark);
        if (draft.sectors != 0) {
            out.name("sectors").value(draft.sectors);
        }
        return out.endObject().toBytes();
    }

    /// Class R: `{"person":…}`.
    public static byte[] restrictedPart(Draft draft) {
        JsonWriter out = new JsonWriter().beginObject();
        text(out, "person", draft.person);
        return out.endObject().toBytes();
    }

    /// Puts a protected part back into a draft.
    ///
    /// @throws JsonException where the bytes are no protected part
    public static void read(byte[] part, Draft draft) {
        JsonReader in = new JsonReader(part);
        in.beginObject();
        while (in.hasName()) {
            switch (in.name()) {
                case "lat" -> draft.observerLatE7 = in.integer();
                case "lon" -> draft.observerLonE7 = in.integer();
                case "observer" -> draft.observer = in.text();
                case "rangeFrom" -> draft.rangeFromMetres = in.integer();
                case "rangeTo" -> draft.rangeToMetres = in.integer();
                case "remark" -> draft.remark = in.text();
                case "sectors" -> draft.sectors = in.integer();
                case "person" -> draft.person = in.text();
                default -> throw in.fault("unknown key of a protected part");
            }
        }
        in.end();
    }

    private static void text(JsonWriter out, String name, @Nullable String value) {
        if (value != null) {
            out.name(name).value(value);
        }
    }
}
