package truceline.mission;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.finding.Docket;
import truceline.finding.Objection;
import truceline.finding.Person;
import truceline.finding.Proceedings;
import truceline.finding.Revocation;
import truceline.finding.Situation;
import truceline.finding.Statement;
import truceline.geo.Geometry;
import truceline.geo.GeometryText;
import truceline.incident.Edits;
import truceline.incident.Grouping;
import truceline.incident.GroupingRule;
import truceline.incident.Joins;
import truceline.incident.TrackRule;
import truceline.json.JsonException;
import truceline.observation.ArrayReader;
import truceline.observation.ArrayWriter;
import truceline.observation.Columns;
import truceline.observation.Field;
import truceline.observation.Observations;

/// The fold: takes entries in the order of the ledger and keeps what follows from them. One writer; {@link
/// #picture} gives readers an immutable view. Start-up, recovery and audit are this same fold over the same entries.
public final class Mission {
    private final Observations observations;
    private final Documents documents;
    private final Sources sources = new Sources();
    private final Submissions submissions;
    private final SortedMap<String, Long> rejectionsByCode = new TreeMap<>();
    private final Versions agreements = new Versions();
    private final List<Picture.ControlMap> controls = new ArrayList<>();
    private @Nullable GroupingRule rule;
    private @Nullable Grouping grouping;
    private @Nullable TrackRule tracks;
    private @Nullable String policy;
    private long size;
    private long receivedMs;
    private long closedMs = Long.MIN_VALUE;
    private long rejected;
    private final Proceedings proceedings = new Proceedings();
    private final List<Edits.Edit> edits = new ArrayList<>();
    private @Nullable Lookup lastLookup;
    private int lastRows;
    private int lastEdits;
    private final SortedSet<String> statementIds = new TreeSet<>();
    private final List<Kept> kept = new ArrayList<>();
    private final List<Entry.KeyEntered> logKeys = new ArrayList<>();

    /// An entry of which there are few: a snapshot keeps it as it is, and it is taken in again.
    private record Kept(long index, Entry entry) {}

    /// The mission before the first entry.
    public Mission() {
        observations = new Observations();
        documents = new Documents();
        submissions = new Submissions();
    }

    /// The mission that {@link #write} wrote. Rows and submissions are taken from there; rules, agreements, sources,
    /// persons and statements go through the fold again, but no step is judged a second time: what it was judged by
    /// is past.
    Mission(ArrayReader in) {
        observations = new Observations(in);
        documents = new Documents(in);
        submissions = Submissions.read(in);
        Joins joins = new Joins(in);
        Snapshot.counts(in, rejectionsByCode);
        SortedMap<Long, byte[]> published = Snapshot.published(in);
        for (long left = in.number(); left > 0; left--) {
            takeAgain(in.number(), EntryText.read(in.bytes()), published);
        }
        if (rule != null) {
            grouping = new Grouping(rule, observations.columns(), observations.size(), joins);
        }
        sources.readCounts(in);
        size = in.number();
        receivedMs = in.number();
        closedMs = in.number();
        rejected = in.number();
    }

    /// Writes the state after the entries taken in so far; the same entries give the same bytes.
    void write(ArrayWriter out) {
        observations.write(out);
        documents.write(out);
        submissions.write(out);
        (grouping == null ? new Joins() : grouping.joins()).write(out);
        Snapshot.writeCounts(out, rejectionsByCode);
        Snapshot.writePublished(out, proceedings.docket());
        out.number(kept.size());
        kept.forEach(each -> out.number(each.index()).bytes(EntryText.write(each.entry())));
        sources.writeCounts(out);
        out.number(size).number(receivedMs).number(closedMs).number(rejected);
    }

    /// Whether a snapshot keeps the entry itself and not what came of it.
    private static boolean isKept(Entry entry) {
        return switch (entry) {
            case Entry.DocumentPart _,
                    Entry.Submitted _,
                    Entry.Conflicted _,
                    Entry.Observed _,
                    Entry.Rejected _,
                    Entry.Ticked _ -> false;
            case Entry.KeyEntered _,
                    Entry.Ruled _,
                    Entry.AgreementEntered _,
                    Entry.SourceEntered _,
                    Entry.ControlEntered _,
                    Entry.Enrolled _,
                    Entry.Revoked _,
                    Entry.PolicyEntered _,
                    Entry.Stated _ -> true;
        };
    }

    private void takeAgain(long index, Entry entry, SortedMap<Long, byte[]> published) {
        kept.add(new Kept(index, entry));
        if (entry instanceof Entry.Stated stated) {
            byte[] finding = published.getOrDefault(index, new byte[0]);
            enter(
                    index,
                    stated,
                    new Situation(
                            stated.receivedMs(),
                            agreements.agreementAt(stated.receivedMs()),
                            _ -> null,
                            _ -> finding,
                            _ -> true,
                            _ -> null,
                            (_, _) -> true));
        } else {
            take(index, entry);
        }
    }

    /// Number of entries taken in so far, which is the index of the next.
    public long size() {
        return size;
    }

    /// Takes in the entry at `index`, which must be the next one, given as its bytes.
    ///
    /// @throws CannotCheck where the entry is of a form, rule or order that this program does not know
    public void apply(long index, byte[] bytes) {
        try {
            apply(index, EntryText.read(bytes));
        } catch (JsonException e) {
            throw new CannotCheck(index, String.valueOf(e.getMessage()));
        }
    }

    /// Takes in an entry.
    public void apply(long index, Entry entry) {
        if (index != size) {
            throw new CannotCheck(index, "the next entry is " + size);
        }
        take(index, entry);
        if (isKept(entry)) {
            kept.add(new Kept(index, entry));
        }
        size++;
    }

    private void take(long index, Entry entry) {
        switch (entry) {
            case Entry.KeyEntered key -> key(index, key);
            case Entry.Ruled ruled -> rule(index, ruled);
            case Entry.DocumentPart part -> documents.add(index, part);
            case Entry.AgreementEntered agreement -> adopt(index, agreement);
            case Entry.SourceEntered source -> source(index, source);
            case Entry.Submitted submitted -> submitted(index, submitted);
            case Entry.Conflicted conflicted -> {
                received(index, conflicted.receivedMs());
                place(index, conflicted.submission());
            }
            case Entry.Observed observed -> observed(index, observed);
            case Entry.Rejected refusals -> rejected(index, refusals);
            case Entry.ControlEntered control -> {
                Submission submission = submissions.at(place(index, control.submission()));
                Geometry map = geometry(index, control.document());
                controls.add(new Picture.ControlMap(index, submission, control.date(), control.document(), map));
            }
            case Entry.Enrolled enrolled -> enrolled(index, enrolled);
            case Entry.Revoked revoked -> revoked(index, revoked);
            case Entry.PolicyEntered entered -> {
                received(index, entered.receivedMs());
                policy = entered.text();
            }
            case Entry.Stated stated -> stated(index, stated);
            case Entry.Ticked tick -> {
                received(index, tick.receivedMs());
                closedMs = Math.max(closedMs, tick.closesMs());
            }
        }
    }

    /// What follows from the entries taken in so far. Immutable; costs no copy of the observations.
    public Picture picture() {
        return new Picture(
                size,
                receivedMs,
                closedMs,
                observations,
                observations.size(),
                grouping == null ? null : grouping.joins(),
                grouping == null ? 0 : grouping.joins().size(),
                sources.list(),
                agreements.list(),
                List.copyOf(controls),
                submissions.view(),
                new TreeMap<>(rejectionsByCode),
                rejected,
                rule == null ? 0 : rule.version(),
                tracks,
                proceedings.docket(),
                new Edits(edits, rule == null ? GroupingRule.FIRST : rule),
                policy,
                List.copyOf(logKeys));
    }

    /// Why a person may not be put on the rolls now, or null where he may.
    public @Nullable Objection objection(Person person) {
        return proceedings.objection(person, adopted());
    }

    /// Why a key may not be revoked so, or null where it may.
    public @Nullable Objection objection(Entry.Revoked revoked) {
        return proceedings.objection(revoked.id(), revoked.key(), revoked.fromMs(), revoked.reason());
    }

    /// Why a version of the agreement may not be entered so, or null where it may. Whether the signatures on it hold is
    /// for the door and the audit to say.
    ///
    /// @param next what the entry's document says
    public @Nullable Objection objection(Entry.AgreementEntered entered, Agreement next) {
        return agreements.objection(entered, next, proceedings.docket());
    }

    /// Why a person or device may not sign a submission of a source now, or null where it may. Whether the
    /// signature holds is for the door and the audit to say.
    ///
    /// @param receivedMs the moment at which it would be received, milliseconds UTC
    public @Nullable Objection objection(String by, String source, long receivedMs) {
        return proceedings.objection(by, source, receivedMs);
    }

    /// Why a statement may not be made now, or null where it may.
    ///
    /// @param receivedMs the moment at which it would be received, milliseconds UTC
    public @Nullable Objection objection(Statement statement, String by, String id, long receivedMs) {
        if (statementIds.contains(id)) {
            return new Objection("already-held", "a statement with the id " + id + " is in the record");
        }
        return proceedings.objection(statement, by, situation(receivedMs));
    }

    /// The rolls and everything stated so far. Costs no more than what changed since it was last asked for.
    public Docket docket() {
        return proceedings.docket();
    }

    /// Latest moment at which anything was received, milliseconds UTC.
    public long receivedMs() {
        return receivedMs;
    }

    /// The version of the agreement in force, or null before one was entered.
    public @Nullable AdoptedAgreement agreement() {
        return agreements.at(receivedMs);
    }

    /// Number of a source, or -1 where it is not known yet.
    public int findSource(String id) {
        return sources.find(id);
    }

    /// True where a document with that hash was entered whole.
    public boolean hasDocument(String sha256) {
        return documents.has(sha256);
    }

    /// Keys of the log are listed as they come; whether they were handed over rightly is judged where
    /// signatures are.
    private void key(long index, Entry.KeyEntered entered) {
        Entry.Change change = entered.change();
        if (change != null) {
            received(index, change.receivedMs());
        }
        logKeys.add(entered);
    }

    private void enrolled(long index, Entry.Enrolled enrolled) {
        received(index, enrolled.receivedMs());
        refuse(index, proceedings.objection(enrolled.person(), adopted()));
        proceedings.enrol(enrolled.person());
    }

    private void revoked(long index, Entry.Revoked revoked) {
        received(index, revoked.receivedMs());
        refuse(index, objection(revoked));
        proceedings.revoke(new Revocation(index, revoked.id(), revoked.key(), revoked.fromMs(), revoked.receivedMs()));
    }

    private void stated(long index, Entry.Stated stated) {
        refuse(index, objection(stated.statement(), stated.by(), stated.id(), stated.receivedMs()));
        enter(index, stated, situation(stated.receivedMs()));
    }

    private void enter(long index, Entry.Stated stated, Situation situation) {
        received(index, stated.receivedMs());
        statementIds.add(stated.id());
        proceedings.apply(index, stated.statement(), stated.by(), situation);
        follow(index, stated.statement());
    }

    /// What a statement changes outside the docket: the grade of a source, and from when which norms hold.
    private void follow(long index, Statement statement) {
        switch (statement.act()) {
            case GRADE ->
                sources.enter(
                        index, statement.text("source"), statement.text("grade").charAt(0));
            case MERGE -> edits.add(new Edits.Edit.Merge(rows(statement.texts("incidents"))));
            case SPLIT -> edits.add(new Edits.Edit.Split(rows(statement.texts("observations"))));
            case SET_DAY, SETTLE_READING -> {
                lastLookup = null;
                agreements.under(proceedings.docket());
            }
            default -> {
                // The docket holds it; the picture draws from there.
            }
        }
    }

    private List<Integer> rows(List<String> addresses) {
        return addresses.stream().map(observations::findRow).toList();
    }

    private static void refuse(long index, @Nullable Objection objection) {
        if (objection != null) {
            throw new CannotCheck(index, objection.code() + ": " + objection.message());
        }
    }

    private @Nullable Agreement adopted() {
        return agreements.agreementAt(receivedMs);
    }

    private Situation situation(long nowMs) {
        Lookup lookup = new Lookup(this::picture);
        if (lastLookup != null && lastRows == observations.size() && lastEdits == edits.size()) {
            lookup.with(lastLookup);
        }
        lastLookup = lookup;
        lastRows = observations.size();
        lastEdits = edits.size();
        return new Situation(
                nowMs,
                agreements.agreementAt(nowMs),
                lookup::standing,
                lookup::finding,
                source -> sources.find(source) >= 0,
                lookup::incidentOf,
                (item, letter) -> commitment(item, letter.charAt(0)) != null);
    }

    /// The commitment that the record holds for a class of an item, in base64: of an observation
    /// `entry/position`, of a statement's note, or of a received file; null where it holds none.
    public @Nullable String commitment(String item, char classLetter) {
        return picture().commitment(item, classLetter);
    }

    private void rule(long index, Entry.Ruled ruled) {
        switch (ruled.rule()) {
            case RuleText.GROUPING -> {
                once(index, ruled, rule);
                rule = RuleText.grouping(index, ruled);
                grouping = new Grouping(rule, observations.columns());
            }
            case RuleText.TRACKS -> {
                once(index, ruled, tracks);
                tracks = RuleText.tracks(index, ruled);
            }
            default -> throw new CannotCheck(index, "rule " + ruled.rule() + " is not known");
        }
    }

    private static void once(long index, Entry.Ruled ruled, @Nullable Record inForce) {
        if (inForce != null) {
            throw new CannotCheck(index, "a second " + ruled.rule() + " rule is not known in this version");
        }
    }

    private void adopt(long index, Entry.AgreementEntered agreement) {
        lastLookup = null;
        received(index, agreement.receivedMs());
        SortedMap<String, Geometry> maps = new TreeMap<>();
        agreement.maps().forEach((name, use) -> maps.put(name, geometry(index, use.document())));
        Entry.MapUse units = agreement.units();
        AdoptedAgreement next = AdoptedAgreement.of(
                index,
                agreement,
                documents.get(index, agreement.document()),
                maps,
                units == null ? null : geometry(index, units.document()));
        refuse(index, objection(agreement, next.agreement()));
        agreements.add(next, proceedings.docket());
    }

    private Geometry geometry(long index, String document) {
        return GeometryText.read(documents.get(index, document));
    }

    private void source(long index, Entry.SourceEntered entered) {
        received(index, entered.receivedMs());
        sources.enter(index, entered.id(), entered.grade());
    }

    private void submitted(long index, Entry.Submitted submitted) {
        received(index, submitted.receivedMs());
        int number = sources.number(index, submitted.source());
        submissions.add(index, number, submitted);
        sources.received(number, 0, 0, submitted.receivedMs());
    }

    private void observed(long index, Entry.Observed observed) {
        int submission = place(index, observed.submission());
        if (grouping == null) {
            throw new CannotCheck(index, "no grouping rule is in force");
        }
        if (tracks == null && hasCraft(observed.rows())) {
            throw new CannotCheck(index, "no tracks rule is in force, and a craft sent its position");
        }
        int first = observations.size();
        int number = submissions.source(submission);
        observations.add(index, number, observed.rows());
        for (int row = first; row < observations.size(); row++) {
            grouping.add(row);
        }
        long rows = observed.rows().size();
        sources.received(number, rows, 0, submissions.receivedMs(submission));
    }

    private static boolean hasCraft(Columns rows) {
        for (int row = 0; row < rows.size(); row++) {
            if (rows.text(Field.CRAFT, row) != null) {
                return true;
            }
        }
        return false;
    }

    private void rejected(long index, Entry.Rejected refusals) {
        int submission = place(index, refusals.submission());
        for (Entry.RejectedRow row : refusals.rows()) {
            rejectionsByCode.merge(row.code(), 1L, Long::sum);
        }
        long rows = refusals.rows().size();
        rejected += rows;
        int number = submissions.source(submission);
        sources.received(number, 0, rows, submissions.receivedMs(submission));
    }

    private int place(long index, long submission) {
        int place = submissions.place(submission);
        if (place < 0) {
            throw new CannotCheck(index, "entry " + submission + " is not a submission");
        }
        return place;
    }

    private void received(long index, long moment) {
        if (moment < receivedMs) {
            throw new CannotCheck(index, "received before the entry that stands before it");
        }
        receivedMs = moment;
    }
}
