package truceline.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.Body;

/// The fold of statements: takes them in the order of the ledger and keeps what follows. One writer;
/// {@link #docket} gives readers an immutable view.
///
/// A step that the table of {@link Act} does not allow is an {@link Objection}; nothing is changed by it.
public final class Proceedings {
    private static final Pattern WORD = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final List<String> REASONS = List.of("lost", "stolen", "left", "replaced");

    private final SortedMap<String, Person> persons = new TreeMap<>();
    private final List<Stated> stated = new ArrayList<>();
    private final SortedMap<String, CaseFile> files = new TreeMap<>();
    private final SortedMap<String, Long> daysSet = new TreeMap<>();
    private final SortedMap<String, Docket.Settled> settled = new TreeMap<>();
    private final List<Stated> decided = new ArrayList<>();
    private final SortedMap<String, String> owners = new TreeMap<>();
    private final SortedMap<String, Revocation> revocations = new TreeMap<>();
    private @Nullable Docket docket;

    /// Why a person may not be entered on the rolls, or null where he may.
    public @Nullable Objection objection(Person person, @Nullable Agreement agreement) {
        if (!person.isDevice() || person.sources().isEmpty()) {
            Objection post = post(person, agreement);
            if (post != null) {
                return post;
            }
        }
        boolean named = WORD.matcher(person.id()).matches()
                && (person.isDevice() && person.section().isEmpty()
                        || WORD.matcher(person.section()).matches());
        if (!named) {
            return new Objection("bad-name", "posts and sections are words in lower case, with digits and hyphens");
        }
        if (!isAscending(person.sources())) {
            return new Objection("bad-source", "sources are named once each, in ascending order");
        }
        for (Person other : persons.values()) {
            boolean sameId = other.id().equals(person.id()) && !revocations.containsKey(other.key());
            if (sameId || publicKey(other.key()).equals(publicKey(person.key()))) {
                return new Objection("already-enrolled", "the id or the key of " + other.id() + " is on the rolls");
            }
        }
        boolean wasRevoked =
                revocations.keySet().stream().anyMatch(key -> publicKey(key).equals(publicKey(person.key())));
        return wasRevoked ? new Objection("revoked", "the key of " + person.id() + " was revoked") : null;
    }

    private static @Nullable Objection post(Person person, @Nullable Agreement agreement) {
        if (agreement == null) {
            return new Objection("no-agreement", "nobody has a post before an agreement is entered");
        }
        boolean known = (person.body().isEmpty()
                ? agreement.parties().containsKey(person.seatCode())
                : agreement.bodies().containsKey(person.body()));
        if (!known) {
            return new Objection("unknown-body", "there is no body or party for " + person.id());
        }
        return isSeat(person, agreement)
                ? null
                : new Objection("no-seat", person.body() + " has no seat " + person.seat());
    }

    private static boolean isAscending(List<String> sources) {
        return sources.equals(List.copyOf(new TreeSet<>(sources)))
                && sources.stream().allMatch(source -> SOURCE.matcher(source).matches());
    }

    /// A seat is one of the body's; a body without seats knows none that could be taken wrongly.
    private static boolean isSeat(Person person, Agreement agreement) {
        Body body = agreement.bodies().get(person.body());
        if (body == null || person.seat().isEmpty()) {
            return true;
        }
        return Ballot.of(agreement, body).seats().contains(person.seat());
    }

    /// The key itself without its name: one key under two names is one person.
    private static String publicKey(String key) {
        int name = key.indexOf('+');
        return key.substring(key.indexOf('+', name + 1) + 1);
    }

    /// Enters a person on the rolls; the caller has asked for objections.
    public void enrol(Person person) {
        persons.put(person.id(), person);
        docket = null;
    }

    /// Why a key may not be revoked so, or null where it may. A revocation can be moved to an earlier
    /// moment, never to a
    /// later one.
    public @Nullable Objection objection(String id, String key, long fromMs, String reason) {
        Person person = persons.get(id);
        if (person == null || !person.key().equals(key)) {
            return new Objection("not-enrolled", "that key is not the one of " + id + " on the rolls");
        }
        if (!REASONS.contains(reason)) {
            return new Objection("bad-reason", "a key is revoked as one of " + String.join(", ", REASONS));
        }
        Revocation before = revocations.get(key);
        return before != null && before.fromMs() <= fromMs
                ? new Objection("already-revoked", "the key of " + id + " is revoked from that moment on or earlier")
                : null;
    }

    /// Takes a key off the rolls from a moment on; the caller has asked for objections.
    ///
    /// Statements of that key received from that moment on stay in the list, and no longer count in their
    /// case: others must say again what they said. What was published, and what took effect outside a
    /// case, stays as it is.
    public void revoke(Revocation revocation) {
        revocations.put(revocation.key(), revocation);
        files.replaceAll((incident, file) -> file.without(revocation::doubts));
        docket = null;
    }

    /// Why nobody of that id can sign anything received at that moment, or null where he can.
    public @Nullable Objection absence(String by, long receivedMs) {
        Person person = persons.get(by);
        if (person == null) {
            return new Objection("not-enrolled", by + " is not on the rolls");
        }
        Revocation revocation = revocations.get(person.key());
        return revocation != null && revocation.covers(receivedMs)
                ? new Objection("revoked", "the key of " + by + " was revoked from an earlier moment on")
                : null;
    }

    /// Why a person or device may not sign a submission of a source received at that moment, or null where
    /// it may.
    public @Nullable Objection objection(String by, String source, long receivedMs) {
        Objection absence = absence(by, receivedMs);
        if (absence != null) {
            return absence;
        }
        Person person = persons.get(by);
        return person != null && person.sources().contains(source)
                ? null
                : new Objection("other-source", by + " may not sign for the source " + source);
    }

    /// Why a step may not be taken, or null where it may.
    public @Nullable Objection objection(Statement statement, String by, Situation situation) {
        Objection absence = absence(by, situation.nowMs());
        Person person = persons.get(by);
        return absence != null || person == null ? absence : Steps.judge(docket(), situation, person, statement);
    }

    /// Takes in a step to which there is no objection.
    public void apply(long index, Statement statement, String by, Situation situation) {
        Person person = persons.get(by);
        Agreement agreement = situation.agreement();
        if (person == null || agreement == null) {
            throw new IllegalStateException("a step of " + by + " without objection");
        }
        Stated step = new Stated(index, statement, person, situation.nowMs());
        stated.add(step);
        docket = null;
        switch (statement.act()) {
            case VERIFY, ASSESS, VOTE, REPLY -> file(step);
            case PUBLISH -> publish(step, situation);
            case SET_DAY -> {
                if (isCarried(step, agreement)) {
                    daysSet.put(statement.text("day"), statement.number("date"));
                }
            }
            case SETTLE_READING -> {
                if (isCarried(step, agreement)) {
                    settled.put(
                            statement.text("provision"),
                            new Docket.Settled(statement.text("holder"), situation.nowMs(), index));
                }
            }
            case AUTHORISE, SUSPEND, RESUME, END, EXTEND -> {
                if (Powers.isCarried(docket(), agreement, step)) {
                    decided.add(step);
                }
            }
            case GRADE -> {
                String party = statement.findText("party");
                owners.put(statement.text("source"), party == null ? statement.text("owner") : party);
            }
            default -> {
                // Kept in the list of statements; nothing else follows from it here.
            }
        }
        // A publication asked for the finding, and so for a docket in which it did not stand yet.
        docket = null;
    }

    /// Everything stated so far. Immutable.
    public Docket docket() {
        Docket view = docket;
        if (view == null) {
            view = new Docket(persons, stated, files, daysSet, settled, decided, owners, revocations);
            docket = view;
        }
        return view;
    }

    private CaseFile file(Stated step) {
        String incident = step.statement().text("incident");
        CaseFile file = files.getOrDefault(incident, CaseFile.empty(incident)).with(step);
        files.put(incident, file);
        return file;
    }

    private void publish(Stated step, Situation situation) {
        CaseFile file = file(step);
        for (Stated before : file.of(Act.PUBLISH)) {
            if (CaseFile.agree(before, step, "sha256")) {
                byte[] bytes = situation.finding().apply(file.incident());
                CaseFile.Publication publication = new CaseFile.Publication(
                        step.index(), step.receivedMs(), step.statement().text("sha256"), bytes);
                files.put(file.incident(), file.with(publication));
            }
        }
    }

    /// Whether the seats whose latest vote is for the very same thing are enough.
    private boolean isCarried(Stated step, Agreement agreement) {
        Body body = agreement.bodies().get(step.by().body());
        if (body == null) {
            throw new IllegalStateException("a vote outside a body");
        }
        Ballot ballot = Ballot.of(agreement, body);
        String subject = step.act() == Act.SET_DAY ? "day" : "provision";
        SortedMap<String, Stated> latest = new TreeMap<>();
        for (Stated each : stated) {
            boolean same = each.act() == step.act()
                    && each.by().body().equals(step.by().body())
                    && each.statement().text(subject).equals(step.statement().text(subject));
            if (same) {
                latest.put(each.by().seat(), each);
            }
        }
        TreeSet<String> minded = new TreeSet<>();
        latest.forEach((seat, vote) -> {
            if (vote.statement().parts().equals(step.statement().parts())) {
                minded.add(seat);
            }
        });
        return ballot.carries(minded) && ballot.isQuorate(minded);
    }
}
