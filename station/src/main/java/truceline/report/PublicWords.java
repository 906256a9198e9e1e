package truceline.report;

import java.time.LocalDate;
import java.time.ZoneId;
import truceline.finding.Ballot;
import truceline.incident.Family;
import truceline.observation.Kind;

/// Every sentence of the page for the public, in one place, in plain English: no letters and numbers of ladders, no
/// word of law that a citizen would not use.
final class PublicWords {
    static final String QUESTION = "Is the ceasefire holding?";
    static final String SEEN = "What we saw, and what we could not";
    static final String GRAVEST = "The gravest event";
    static final String EARLIER = "The gravest event so far";
    static final String SIDES = "What each side said about it";
    static final String CHECK = "Can I check this myself?";
    static final String NO_AGREEMENT = "No ceasefire agreement has been entered here.";
    static final String NO_AGREEMENT_MORE =
            "Without an agreement, nothing can be said about what would break it. Reports are kept all the same.";
    static final String NOT_BEGUN = "By this record, the ceasefire has not begun.";
    static final String NOTHING_REPORTED = "Nobody has reported anything to us yet.";
    static final String NOT_THE_SAME = "That is not the same as nothing having happened.";
    static final String NONE_VERIFIED = "No event has been verified since the record began.";
    static final String NO_HOURS =
            "Who watched what, and when, has not been recorded. So nobody can say how much was missed: the whole bar is"
                    + " unknown, and what you read above is the least there was.";
    static final String KEY_SEEN = "seen";
    static final String KEY_UNSEEN = "not seen";
    static final String CHECK_INTRO =
            "Yes. Every number on this page is computed from a public record. Changing one line of it changes the last"
                    + " code below, and each side can hold a copy of that code.";
    static final String NAMES = "No person is named here, and no place where an observer stood.";

    private PublicWords() {}

    static String span(LocalDate first, LocalDate last) {
        String to = Words.day(last);
        if (first.getYear() != last.getYear()) {
            return Words.day(first) + " and " + to;
        }
        return (first.getMonth() == last.getMonth() ? "" + first.getDayOfMonth() : dayAndMonth(first)) + " and " + to;
    }

    private static String dayAndMonth(LocalDate date) {
        String day = Words.day(date);
        return day.substring(0, day.lastIndexOf(' '));
    }

    static String headline(long verified, String span) {
        if (verified == 0) {
            return "Between " + span + ", no event that may break the ceasefire was verified.";
        }
        return "Between " + span + ", at least " + Phrases.small(verified) + (verified == 1 ? " event" : " events")
                + " that may break the ceasefire " + (verified == 1 ? "was" : "were") + " verified.";
    }

    static String waitsFor(String days, boolean isOne) {
        return "The " + (isOne ? "day " : "days ") + days + ", from which the agreement counts, "
                + (isOne ? "has" : "have") + " not been set. What waits for " + (isOne ? "it" : "them")
                + " is not in force, and nothing here counts as breaking it.";
    }

    static String beginsLater(String when) {
        return "It begins on " + when + ".";
    }

    /// Why the number is only the least there was.
    static String lead(boolean isMeasured, int percent, boolean isAtLeast) {
        String not = " What nobody saw is not counted. " + NOT_THE_SAME;
        if (!isMeasured) {
            return (isAtLeast ? "“At least”, because nobody recorded" : "Nobody recorded")
                    + " how much of the line was watched." + not;
        }
        String watched = (percent < 100 ? "only " : "") + percent + Words.THIN
                + "% of the time that could be watched along the line, on both sides, was watched.";
        return (isAtLeast ? "“At least”, because " + watched : Phrases.capital(watched)) + not;
    }

    static String verifiedLabel(long verified) {
        return (verified == 1 ? "event" : "events") + " that two of the monitors' posts checked and signed";
    }

    static String openLabel(long open) {
        return (open == 1 ? "event that is" : "events that are") + " reported and not yet decided";
    }

    static String hurtLabel(PublicView.Hurt hurt) {
        if (hurt.dead() + hurt.injured() + hurt.reported() == 0) {
            return "people known to have been hurt";
        }
        String known =
                "people hurt, at least" + (hurt.dead() == 0 ? "" : ", of whom " + Words.number(hurt.dead()) + " died");
        return known
                + (hurt.reported() == 0
                        ? ""
                        : "; " + Words.number(hurt.reported()) + " more reported and not yet followed up");
    }

    /// `At least 2 people were hurt, none of them died.`
    static String harm(FloorReport.Harm harm) {
        long all = harm.dead() + harm.injured();
        if (all == 0) {
            return "Nobody is known to have been hurt.";
        }
        String how = harm.qualifier().equals("exact") ? "" : harm.qualifier().equals("about") ? "About " : "At least ";
        String people =
                Phrases.capital(how + Phrases.small(all)) + (all == 1 ? " person was hurt" : " people were hurt");
        String died = harm.dead() == 0 ? "" : ", " + Phrases.small(harm.dead()) + " of them died";
        return people + died + (harm.status().equals("reported") ? ", as reported and not yet followed up." : ".");
    }

    static String least(int stretch, int percent) {
        return "The least watched part lies " + stretch * 10 + " to " + (stretch + 1) * 10
                + " km from the start of the line: " + percent + Words.THIN + "%.";
    }

    static String verified(long decidedMs) {
        return "Two posts of the monitors, of two different sections, signed it on "
                + Words.utc(decidedMs).replace(" ", " at ") + ".";
    }

    /// The question of responsibility, as a question about this kind of event.
    static String who(Kind kind) {
        return Family.of(kind) == Family.FIRE ? "Who fired" : "Who did it";
    }

    static String decidedBy(Kind kind, long votes, int seats, String party) {
        return who(kind) + " is decided by " + Phrases.small(votes) + " of " + Phrases.small(seats) + " seats: " + party
                + ".";
    }

    static String acknowledged(String party) {
        return party + " says itself that it was responsible.";
    }

    static String notDecided(Kind kind) {
        return who(kind) + " is not decided.";
    }

    static String voting(Ballot ballot, int voted, boolean isClosed, long lapsesMs, ZoneId zone) {
        String so = Phrases.capital(Phrases.small(voted)) + " of "
                + Phrases.small(ballot.seats().size()) + " seats " + (voted == 1 ? "has" : "have") + " voted";
        if (isClosed) {
            return so + "; not enough of them agree.";
        }
        return lapsesMs == Long.MAX_VALUE
                ? so + "; no time is set."
                : so + "; they have until " + Phrases.weekday(lapsesMs, zone) + ".";
    }

    static String oneSeat(String seat) {
        return "One seat, " + seat + ", says otherwise:";
    }

    static String noReply(long byMs) {
        return "No reply by " + Words.utc(byMs) + ".";
    }

    static String evidence(String incident) {
        return "All the evidence stands in the spot report of incident " + incident + ".";
    }

    static String footer(String title, long receivedMs) {
        return title + ", as received by " + Words.utc(receivedMs) + ". ";
    }
}
