package truceline.mission;

import java.util.SortedMap;
import java.util.TreeMap;
import truceline.json.JsonReader;
import truceline.json.JsonWriter;

/// The entry of a version of the agreement as text, and back. Format: `spec/entry.md`.
final class AgreementEntryText {
    private AgreementEntryText() {}

    static void write(JsonWriter out, Entry.AgreementEntered agreement) {
        Entry.Amendment amendment = agreement.amendment();
        if (amendment != null) {
            out.name("amendment").beginObject();
            out.name("from").value(amendment.fromMs());
            EntryText.signatures(out, amendment.signatures());
            out.endObject();
        }
        out.name("document").value(agreement.document());
        out.name("file").value(agreement.file());
        out.name("maps").beginObject();
        agreement.maps().forEach((name, use) -> {
            out.name(name);
            mapUse(out, use);
        });
        out.endObject();
        out.name("received").value(agreement.receivedMs());
        Entry.MapUse units = agreement.units();
        if (units != null) {
            out.name("units");
            mapUse(out, units);
        }
    }

    private static void mapUse(JsonWriter out, Entry.MapUse use) {
        out.beginObject();
        out.name("document").value(use.document());
        out.name("file").value(use.file());
        out.endObject();
    }

    static Entry read(JsonReader in) {
        Entry.Amendment amendment = in.isNext("amendment") ? amendment(in) : null;
        String document = in.text("document");
        String file = in.text("file");
        in.name("maps");
        SortedMap<String, Entry.MapUse> maps = maps(in);
        long received = in.number("received");
        Entry.MapUse units = in.isNext("units") ? mapUse(in) : null;
        return new Entry.AgreementEntered(document, file, maps, units, received, amendment);
    }

    private static Entry.Amendment amendment(JsonReader in) {
        in.beginObject();
        long from = in.number("from");
        Entry.Amendment amendment = new Entry.Amendment(from, EntryText.signatures(in));
        in.endObject();
        return amendment;
    }

    private static SortedMap<String, Entry.MapUse> maps(JsonReader in) {
        SortedMap<String, Entry.MapUse> maps = new TreeMap<>();
        in.beginObject();
        while (in.hasName()) {
            maps.put(in.name(), mapUse(in));
        }
        return maps;
    }

    private static Entry.MapUse mapUse(JsonReader in) {
        in.beginObject();
        String document = in.text("document");
        String file = in.text("file");
        in.endObject();
        return new Entry.MapUse(document, file);
    }
}
