package truceline.finding;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Everything that people stated, as it stands at one size of the ledger. Immutable.
///
/// @param persons the rolls, by id
/// @param stated all statements in the order of the ledger
/// @param files case files by the incident's address
/// @param daysSet days that a body set, milliseconds UTC by name
/// @param settled readings that a body settled, by provision
/// @param decided what bodies decided by their powers over the provisions: the statements that carried it, in order
/// @param owners whose a source is, where a person said so: `monitor`, `other`, or a party's code
/// @param revocations keys that no longer count, by key
public record Docket(
        SortedMap<String, Person> persons,
        List<Stated> stated,
        SortedMap<String, CaseFile> files,
        SortedMap<String, Long> daysSet,
        SortedMap<String, Settled> settled,
        List<Stated> decided,
        SortedMap<String, String> owners,
        SortedMap<String, Revocation> revocations) {
    /// A reading that holds for everybody from a moment on; what happened before keeps all readings.
    public record Settled(String holder, long fromMs, long index) {}

    /// Nothing was stated.
    public static final Docket EMPTY = new Docket(
            new TreeMap<>(),
            List.of(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            List.of(),
            new TreeMap<>(),
            new TreeMap<>());

    public Docket {
        persons = Collections.unmodifiableSortedMap(new TreeMap<>(persons));
        stated = List.copyOf(stated);
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        daysSet = Collections.unmodifiableSortedMap(new TreeMap<>(daysSet));
        settled = Collections.unmodifiableSortedMap(new TreeMap<>(settled));
        decided = List.copyOf(decided);
        owners = Collections.unmodifiableSortedMap(new TreeMap<>(owners));
        revocations = Collections.unmodifiableSortedMap(new TreeMap<>(revocations));
    }

    /// From when on a person's key no longer counts, or null where it does.
    public @Nullable Revocation findRevocation(Person person) {
        return revocations.get(person.key());
    }

    /// True where the key that signed a statement was later revoked from a moment before the statement was
    /// received: it no longer counts in its case, and whoever reads it is told.
    public boolean isDoubted(Stated each) {
        Revocation revocation = revocations.get(each.by().key());
        return revocation != null && revocation.doubts(each);
    }

    /// The case file of an incident, empty where nobody said anything about it.
    public CaseFile file(String incident) {
        CaseFile file = files.get(incident);
        return file == null ? CaseFile.empty(incident) : file;
    }

    /// Statements of one act, in order.
    public List<Stated> of(Act act) {
        return stated.stream().filter(each -> each.act() == act).toList();
    }

    /// The latest statement of an act under each id, in the order of the first.
    public List<Stated> latest(Act act, String idPart) {
        SortedMap<Long, Stated> byFirst = new TreeMap<>();
        SortedMap<String, Long> first = new TreeMap<>();
        for (Stated each : of(act)) {
            Long index = first.putIfAbsent(each.statement().text(idPart), each.index());
            byFirst.put(index == null ? each.index() : index, each);
        }
        return List.copyOf(byFirst.values());
    }

    /// What two persons decided to shred, in the order of the ledger.
    public List<Redaction> redactions() {
        return Redaction.of(stated);
    }

    /// The decision by which an item of a class was shredded, or null where there is none.
    public @Nullable Redaction findRedaction(String item, char classLetter) {
        for (Redaction each : redactions()) {
            if (each.item().equals(item) && each.classLetter() == classLetter) {
                return each;
            }
        }
        return null;
    }

    /// What stands in the place of each protected part of an item that was redacted: `class M: withheld: …`.
    public List<String> withheld(String item) {
        return redactions().stream()
                .filter(each -> each.item().equals(item))
                .map(each -> "class " + each.classLetter() + ": " + each.words())
                .toList();
    }

    /// What two persons decided to hand out, in the order of the ledger.
    public List<Release> releases() {
        return Release.of(stated);
    }

    /// Keys by which audiences read, in the order in which two persons decided them; of one audience the last holds.
    public List<AudienceChange> audiences() {
        return AudienceChange.of(stated);
    }

    /// Whose a source is, or null where nobody said so.
    public @Nullable String owner(String source) {
        return owners.get(source);
    }
}
