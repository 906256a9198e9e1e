package truceline.station;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import truceline.geo.Geometry;
import truceline.geo.GeometryText;
import truceline.mission.Documents;
import truceline.mission.Entry;

/// A version of an agreement as entries: its text and maps as documents, those that the record holds already left out,
/// and last the entry that puts it in force.
///
/// @param documents parts of documents, in the order of entry
record AgreementEntries(List<Entry> documents, Entry.AgreementEntered version) {
    AgreementEntries {
        documents = List.copyOf(documents);
    }

    /// @param isHeld whether the record holds the document of a hash
    /// @param amendment null for the first version
    static AgreementEntries of(
            AgreementFile agreement, Predicate<String> isHeld, long receivedMs, Entry.@Nullable Amendment amendment) {
        Writing writing = new Writing(isHeld);
        String document = writing.enter("agreement", agreement.text());
        SortedMap<String, Entry.MapUse> maps = new TreeMap<>();
        agreement.maps().forEach((name, map) -> maps.put(name, writing.enter(map)));
        AgreementFile.MapFile units = agreement.units();
        Entry.MapUse unitsUse = units == null ? null : writing.enter(units);
        return new AgreementEntries(
                writing.documents,
                new Entry.AgreementEntered(document, agreement.sha256(), maps, unitsUse, receivedMs, amendment));
    }

    List<Entry> all() {
        List<Entry> all = new ArrayList<>(documents);
        all.add(version);
        return all;
    }

    /// Enters each document once.
    private static final class Writing {
        private final Predicate<String> isHeld;
        private final List<Entry> documents = new ArrayList<>();
        private final List<String> entered = new ArrayList<>();

        Writing(Predicate<String> isHeld) {
            this.isHeld = isHeld;
        }

        String enter(String kind, byte[] text) {
            String hash = Documents.sha256(text);
            if (!entered.contains(hash) && !isHeld.test(hash)) {
                entered.add(hash);
                documents.addAll(Documents.parts(kind, text));
            }
            return hash;
        }

        Entry.MapUse enter(AgreementFile.MapFile map) {
            Geometry geometry = map.geometry();
            return new Entry.MapUse(enter("geometry", GeometryText.write(geometry)), map.sha256());
        }
    }
}
