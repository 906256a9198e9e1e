package truceline.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.Body;
import truceline.agreement.Norm;
import truceline.agreement.Provision;
import truceline.agreement.phrase.Condition;
import truceline.agreement.phrase.TimePhrase;
import truceline.json.JsonValue;

/// What bodies may do to provisions: allow something for a time, suspend, resume, end and extend. A body with seats
/// decides by
/// its own rule, one without by two persons of two sections; within its time, where the agreement sets one. Pure.
final class Powers {
    private static final String PROVISION = "provision";

    private final Docket docket;
    private final Agreement agreement;
    private final Person by;
    private final Statement statement;

    private Powers(Docket docket, Agreement agreement, Person by, Statement statement) {
        this.docket = docket;
        this.agreement = agreement;
        this.by = by;
        this.statement = statement;
    }

    /// Why a person whose body has the power may not use it so now, or null where he may.
    static @Nullable Objection judge(Docket docket, Agreement agreement, long nowMs, Person by, Statement statement) {
        Powers powers = new Powers(docket, agreement, by, statement);
        String provision = statement.findText(PROVISION);
        if (provision != null && !agreement.provisions().containsKey(provision)) {
            return Steps.unknown(PROVISION, provision);
        }
        Objection objection = switch (statement.act()) {
            case AUTHORISE -> powers.authorise(provision);
            case EXTEND -> powers.extend(String.valueOf(provision), nowMs);
            case SUSPEND -> powers.somewhere("already-suspended", "it is suspended", each -> !powers.isSuspended(each));
            case RESUME -> powers.somewhere("not-suspended", "it is not suspended", powers::isSuspended);
            default -> powers.somewhere("already-ended", "it was ended", _ -> true);
        };
        return objection == null ? powers.again(nowMs) : objection;
    }

    /// Only an exception of the text can be filled in by a body, and only by the one that the text names.
    private @Nullable Objection authorise(@Nullable String provision) {
        String party = statement.findText("party");
        boolean isActor = party == null
                || agreement.parties().containsKey(party)
                || agreement.others().containsKey(party);
        if (!isActor) {
            return Steps.unknown("party", String.valueOf(party));
        }
        boolean isNamed = agreement.provisions().values().stream()
                .filter(each -> provision == null || each.id().equals(provision))
                .anyMatch(this::isLeftToBody);
        return isNamed
                ? null
                : new Objection("no-such-exception", "no exception there is 'authorised by " + by.body() + "'");
    }

    /// A deadline that the text sets is moved, and only to a later moment than any to which it was moved before.
    private @Nullable Objection extend(String provision, long nowMs) {
        boolean hasDeadline = norms(agreement.getProvision(provision)).stream()
                .map(norm -> norm.timing().by())
                .anyMatch(due -> due != null && !(due instanceof TimePhrase.Clock));
        if (!hasDeadline) {
            return new Objection("no-deadline", provision + " has no deadline that could be moved");
        }
        long lastMs = docket.decided().stream()
                .filter(each -> each.act() == Act.EXTEND)
                .filter(each -> provision.equals(each.statement().findText(PROVISION)))
                .mapToLong(each -> each.statement().number("date"))
                .max()
                .orElse(nowMs);
        return statement.number("date") > lastMs
                ? null
                : new Objection("bad-time", "a deadline is extended to a later moment");
    }

    private boolean isLeftToBody(Provision provision) {
        return norms(provision).stream().anyMatch(norm -> isLeftToBody(norm.unless()) || isLeftToBody(norm.onlyIf()));
    }

    private static List<Norm> norms(Provision provision) {
        List<Norm> norms = new ArrayList<>(provision.norms().byHolder().values());
        norms.add(provision.norm(null));
        return norms;
    }

    private boolean isLeftToBody(@Nullable Condition condition) {
        return switch (condition) {
            case Condition.Authorised(var actor) -> actor.name().equals(by.body());
            case Condition.AllOf(List<Condition> parts) -> parts.stream().anyMatch(this::isLeftToBody);
            case Condition.AnyOf(List<Condition> parts) -> parts.stream().anyMatch(this::isLeftToBody);
            case Condition.Not(Condition part) -> isLeftToBody(part);
            case null, default -> false;
        };
    }

    /// Whether what is asked would change anything: somewhere in what is named, or below it.
    private @Nullable Objection somewhere(String code, String message, Predicate<String> isOpen) {
        String provision = statement.findText(PROVISION);
        List<String> meant = agreement.provisions().sequencedKeySet().stream()
                .filter(each -> covers(agreement, provision, each))
                .toList();
        if (meant.stream().allMatch(this::isEnded)) {
            return new Objection("already-ended", "it was ended");
        }
        boolean isAny = meant.stream().anyMatch(each -> !isEnded(each) && isOpen.test(each));
        return isAny ? null : new Objection(code, message);
    }

    private boolean isEnded(String provision) {
        return docket.decided().stream()
                .anyMatch(each -> each.act() == Act.END
                        && covers(agreement, each.statement().findText(PROVISION), provision));
    }

    private boolean isSuspended(String provision) {
        return docket.decided().stream()
                .filter(each -> each.act() == Act.SUSPEND || each.act() == Act.RESUME)
                .filter(each -> covers(agreement, each.statement().findText(PROVISION), provision))
                .reduce((_, later) -> later)
                .filter(last -> last.act() == Act.SUSPEND)
                .isPresent();
    }

    /// Whether a decision on one provision, or on all of them (null), is one on another: on itself and what is below.
    private static boolean covers(Agreement agreement, @Nullable String decided, String provision) {
        String above = provision;
        while (decided != null && above != null && !above.equals(decided)) {
            above = agreement.findProvision(above).map(Provision::parent).orElse(null);
        }
        return above != null;
    }

    /// A seat votes once under the same words, and a second signature is of another person and section.
    private @Nullable Objection again(long nowMs) {
        boolean hasSeats = hasSeats(agreement, by);
        for (Stated before : open(docket, agreement, by, statement, nowMs)) {
            if (hasSeats && before.by().seat().equals(by.seat())) {
                return new Objection("seat-has-voted", "seat " + by.seat() + " has voted for this");
            }
            if (!hasSeats && before.by().id().equals(by.id())) {
                return new Objection("same-person", by.id() + " has signed this already");
            }
            if (!hasSeats && before.by().section().equals(by.section())) {
                return new Objection(
                        "same-section", "the second signature comes from a section other than " + by.section());
            }
        }
        return null;
    }

    /// Whether a statement, which is the last of the docket, makes its body decide.
    static boolean isCarried(Docket docket, Agreement agreement, Stated step) {
        List<Stated> open = open(docket, agreement, step.by(), step.statement(), step.receivedMs());
        if (!hasSeats(agreement, step.by())) {
            return open.stream().anyMatch(each -> each.index() < step.index());
        }
        Ballot ballot = Ballot.of(agreement, body(agreement, step.by()));
        TreeSet<String> minded = new TreeSet<>();
        open.forEach(each -> minded.add(each.by().seat()));
        return ballot.carries(minded) && ballot.isQuorate(minded);
    }

    /// What was said under the same words in the same body, since it last decided so and within its time.
    private static List<Stated> open(Docket docket, Agreement agreement, Person by, Statement statement, long nowMs) {
        Predicate<Stated> isSame = each -> each.act() == statement.act()
                && each.by().body().equals(by.body())
                && words(each.statement()).equals(words(statement));
        long last = docket.decided().stream()
                .filter(isSame)
                .mapToLong(Stated::index)
                .max()
                .orElse(-1);
        long withinMs = Ballot.of(agreement, body(agreement, by)).withinMs();
        return docket.stated().stream()
                .filter(isSame)
                .filter(each -> each.index() > last && (withinMs < 0 || each.receivedMs() > nowMs - withinMs))
                .toList();
    }

    /// Reasons may differ; what is decided may not.
    private static SortedMap<String, JsonValue> words(Statement statement) {
        SortedMap<String, JsonValue> words = new TreeMap<>(statement.parts());
        words.remove("reason");
        return words;
    }

    private static boolean hasSeats(Agreement agreement, Person by) {
        return !body(agreement, by).seats().isEmpty();
    }

    private static Body body(Agreement agreement, Person by) {
        Body body = agreement.bodies().get(by.body());
        if (body == null) {
            throw new IllegalStateException("a power used outside a body");
        }
        return body;
    }
}
