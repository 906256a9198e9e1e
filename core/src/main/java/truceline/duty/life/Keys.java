package truceline.duty.life;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.Day;
import truceline.agreement.Norm;
import truceline.agreement.Provision;
import truceline.agreement.Timing;
import truceline.agreement.phrase.Condition;
import truceline.agreement.phrase.Event;
import truceline.agreement.phrase.Reference;
import truceline.agreement.phrase.TimePhrase;

/// What a provision rests on, in any reading: names under which an occurrence is told to it. Also tells the counts of
/// findings and the memory of acts what will be asked of them.
final class Keys {
    static final String NOTICE = "notice";
    static final String PERMIT = "permit";
    private static final int DEEPEST = 20;

    private final Agreement agreement;
    private final List<Reader> readers;
    private final Memory memory;
    private final Set<String> keys = new LinkedHashSet<>();

    private Keys(Agreement agreement, List<Reader> readers, Memory memory) {
        this.agreement = agreement;
        this.readers = readers;
        this.memory = memory;
    }

    static Set<String> of(Board board, Memory memory, Provision provision) {
        Keys found = new Keys(board.agreement(), board.readers(), memory);
        found.norm(provision.norm(null));
        provision.norms().byHolder().values().forEach(found::norm);
        found.time(found.agreement.identity().runsFrom());
        found.time(found.agreement.identity().runsUntil());
        found.keys.add(id(provision.id()));
        String head = provision.parent();
        if (head != null) {
            found.agreement.children(head).stream()
                    .filter(child -> provision.norm(null).step() != null)
                    .forEach(child -> found.keys.add(id(child.id())));
        }
        found.agreement.children(provision.id()).stream()
                .filter(child -> provision.norm(null).steps() != null)
                .forEach(child -> found.keys.add(id(child.id())));
        return found.keys;
    }

    static String id(String provision) {
        return "id " + provision;
    }

    static String fact(String name) {
        return "fact " + name;
    }

    static String day(String name) {
        return "day " + name;
    }

    static String finding(@Nullable String provision) {
        return "finding " + (provision == null ? "*" : provision);
    }

    private void norm(Norm norm) {
        Timing timing = norm.timing();
        time(timing.from());
        time(timing.beginBy());
        time(timing.by());
        time(timing.until());
        condition(norm.onlyIf(), 0);
        Set<String> before = new LinkedHashSet<>(keys);
        condition(norm.unless(), 0);
        if (Course.isOfActs(norm)) {
            // Its exceptions are judged act by act.
            keys.retainAll(before);
        }
        for (Reference what : norm.what()) {
            if (agreement.facts().containsKey(what.name())) {
                keys.add(fact(what.name()));
            }
        }
        Norm.Guarantee guarantee = norm.guarantee();
        if (guarantee != null) {
            condition(guarantee.triggeredBy(), 0);
            condition(guarantee.voidIf(), 0);
        }
        Condition unless = norm.unless();
        if (unless != null) {
            memory.keep(null, Excuses.longest(unless));
        }
    }

    private void time(@Nullable TimePhrase phrase) {
        time(phrase, DEEPEST);
    }

    private void time(@Nullable TimePhrase phrase, int depth) {
        if (phrase instanceof TimePhrase.DayCount(String day, int offset, var clock)) {
            day(day, depth);
        }
        Event event = Course.event(phrase);
        if (event == null) {
            return;
        }
        switch (event.type()) {
            case DAY -> day(event.name(), depth);
            case FACT -> keys.add(fact(event.name()));
            case FULFILLED, TRIGGERED -> keys.add(id(event.name()));
            case BREACHED -> {
                keys.add(id(event.name()));
                asked(new Condition.Which(null, event.name(), event.by()), 0);
            }
        }
    }

    private void day(String name, int depth) {
        keys.add(day(name));
        Day day = agreement.days().get(name);
        if (day != null && depth > 0) {
            time(day.terms().common().date(), depth - 1);
            day.terms().byHolder().values().forEach(terms -> time(terms.date(), depth - 1));
        }
    }

    private void asked(Condition.Which which, long spanMs) {
        keys.add(finding(which.provision()));
        readers.forEach(reader -> reader.findings().ask(which, spanMs));
    }

    private void condition(@Nullable Condition condition, long spanMs) {
        switch (condition) {
            case Condition.AllOf(List<Condition> parts) -> parts.forEach(part -> condition(part, spanMs));
            case Condition.AnyOf(List<Condition> parts) -> parts.forEach(part -> condition(part, spanMs));
            case Condition.Not(Condition part) -> condition(part, spanMs);
            case Condition.Attested(String fact, String by) -> keys.add(fact(fact));
            case Condition.InState(String provision, var state, String by) -> {
                keys.add(id(provision));
                String fact = Words.factOf(agreement.getProvision(provision).norm(null));
                if (fact != null) {
                    keys.add(fact(fact));
                }
                asked(new Condition.Which(null, provision, by), 0);
            }
            case Condition.DaySet(String day) -> day(day, DEEPEST);
            case Condition.AtLeastFindings pattern -> {
                keys.add(finding(pattern.which().provision()));
                readers.forEach(reader -> reader.findings().ask(pattern));
            }
            case Condition.NoFindings none -> {
                asked(none.which(), Findings.longest(none.during()));
                String provision = none.which().provision();
                if (provision != null) {
                    keys.add(id(provision));
                    time(agreement.getProvision(provision).norm(null).timing().from());
                }
            }
            case Condition.Notice notice -> {
                keys.add(NOTICE);
                memory.keep(null, Findings.longest(notice.within()));
            }
            case Condition.OtherParty other -> memory.keep(other.verb(), Findings.longest(other.within()));
            case Condition.Authorised _ -> keys.add(PERMIT);
            case Condition.Allowed _, Condition.Open _ -> {
                // Judged act by act, or never.
            }
            case null -> {
                // No condition.
            }
        }
    }
}
