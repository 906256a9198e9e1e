package truceline.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.finding.CaseFile;
import truceline.finding.Finding;
import truceline.json.JsonValue;

/// A finding that was published, read from the very bytes that two persons signed.
///
/// @param incident address of the incident
/// @param provisions that it may breach, in the order of the agreement, `(indeterminate)` where it is too close to say
/// @param level of attribution, A0 to A4
/// @param party code of the party, or null where none is named
/// @param dissent every minority vote in its own words
/// @param publishedMs when the second person signed, milliseconds UTC
/// @param entry index of the entry that published it
public record Published(
        String incident,
        List<String> provisions,
        String level,
        @Nullable String party,
        List<Finding.Dissent> dissent,
        long publishedMs,
        String sha256,
        long entry) {
    public Published {
        provisions = List.copyOf(provisions);
        dissent = List.copyOf(dissent);
    }

    /// Reads the signed bytes of a publication.
    public static Published of(String incident, CaseFile.Publication publication) {
        JsonValue.Obj finding = object(JsonValue.parse(publication.bytes()));
        JsonValue.Obj attribution = object(finding.members().get("attribution"));
        List<String> provisions = new ArrayList<>();
        for (JsonValue.Obj found : objects(finding, "cases")) {
            boolean isCandidate = "candidate".equals(text(found, "certainty"));
            provisions.add(text(found, "provision") + (isCandidate ? "" : " (indeterminate)"));
        }
        List<Finding.Dissent> dissent = new ArrayList<>();
        for (JsonValue.Obj each : objects(finding, "dissent")) {
            dissent.add(new Finding.Dissent(String.valueOf(text(each, "seat")), String.valueOf(text(each, "text"))));
        }
        return new Published(
                incident,
                provisions,
                String.valueOf(text(attribution, "level")),
                text(attribution, "party"),
                dissent,
                publication.receivedMs(),
                publication.sha256(),
                publication.index());
    }

    private static JsonValue.Obj object(@Nullable JsonValue value) {
        if (value instanceof JsonValue.Obj object) {
            return object;
        }
        throw new IllegalStateException("a published finding is of another form");
    }

    private static List<JsonValue.Obj> objects(JsonValue.Obj parent, String name) {
        return parent.members().get(name) instanceof JsonValue.Arr(List<JsonValue> elements)
                ? elements.stream().map(Published::object).toList()
                : List.of();
    }

    private static @Nullable String text(JsonValue.Obj parent, String name) {
        return parent.members().get(name) instanceof JsonValue.Str(String text) ? text : null;
    }
}
