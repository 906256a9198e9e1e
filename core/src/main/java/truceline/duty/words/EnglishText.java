package truceline.duty.words;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import truceline.agreement.phrase.Template;
import truceline.compliance.PlaceReason;

/// The language of the program.
final class EnglishText {
    private static final String SENTENCES = """
            actor-unknown = nobody knows who it was
            all-of = {0} of {1} hold, and all must
            allowed = it is allowed by {0}
            any-of = {0} of {1} hold, and one is enough
            attributed = attributed to {0}
            balance = step {0}, {1}: {2}; they differ by {3} %
            balance-beyond = step {0}, {1}: {2}; they differ by {3} %, more than {4} %
            balance-within = step {0}, {1}: {2}; they differ by {3} %, within {4} %
            begins = it begins at {0}
            breach-silent = the time of {0} has passed and nobody has shown anything; that voids or opens no guarantee
            cases = {0} cases, {1} of them attributed
            cases-unnamed = {0} cases of which nobody knows who it was
            count-waits = the count waits for {0}
            day-not-set = the day waits for {0}
            day-set = {0} is set to {1}
            day-set-late = the day became known only after this was due, at {0}
            deadline-before-condition = it was due at {0}, before its condition was met at {1}; no deadline runs, and nothing is missed
            deadline-passed = it was due at {0} and is not shown to be done
            deadline-waits = no clock runs: it waits for {0}
            done = done at {0}
            done-late = done at {0}, after it was due at {1}
            due-by = due at {0}
            ended = a body ended it
            entered = entered at {0}
            event-breached = {0} breached
            event-breached-by = {0} breached by {1}
            exception-open = an exception may be shown until {0}
            fact-attested = {0} is attested by {1}
            fact-denied = {0} is denied by {1}
            fact-not-attested = {0} is attested by {1} of {2} ({3})
            findings-enough = {0} attributed findings of {1}
            findings-few = {0} attributed findings of {1}
            findings-without-level = {0} attributed findings of {1}, and more without a level
            forbidden-now = it is forbidden now; each act is a case of its own
            held = held: step {0}, {1} by {2}, is {3} and not verified
            if-not = its condition does not hold: {0}
            if-unknown = nobody has shown its condition: {0}
            judged-by-act = it is judged act by act
            kept = those who verify it say that it is kept
            left-open = the drafters left it open
            line-and = {0}; {1}
            line-condition = {0}: {1} ({2})
            line-earlier = As version {0} said, which counted until {1}:
            line-entry = entry {0}, {1}: {2}
            line-level = {0}, {1} by {2}
            line-moved = {0} to {1}
            line-picture = {0} entries, as of {1}
            line-read-by = as read by {0}
            line-since = since {0}
            line-unreviewed = no lawyer has reviewed this translation; names, conditions and quantities of the agreement stay as it writes them
            line-why = {0} ({1})
            list-counted = {0} counted, {1} seen elsewhere, {2} unaccounted for
            list-declared = {0} declared
            list-missing = the list that it is a share of was not handed over
            may-be-allowed = it may be allowed by {0}
            no-deadline = the text gives no deadline
            no-start-to-count = the text gives no moment to count from
            nobody-attests = the text does not say who attests {0}
            not = the contrary is asked for
            not-allowed = it is not allowed by {0}
            not-kept = {0} is not kept
            not-shown = not so: {0}
            not-triggered = not triggered: {0}
            nothing-against = nothing is recorded against it
            nothing-entered = nothing is entered that {0} asks for
            notice-given = {0} was told at {1}
            notice-none = no notice to {0} within {1}
            notice-still-possible = no notice to {0} yet; there is time until {1}
            other-did = the other party did so in {0}, {1} minutes before and {2} km away
            other-did-not = nothing of the sort by the other party is recorded
            other-may-have = whether {0} was the other party's is not known
            over = its time ended at {0}
            period-due = next due at {0}
            period-missed = nothing is entered for the period that ended at {0}; {1} missed in all
            period-open = the period or its beginning is left open
            permission-given = {0} allowed it from {1}
            permission-none = no permission by {0} is recorded
            permitted = it is permitted
            place = {0}
            place-by-line = for {0}, measured from {2}: {1}
            place-for = for {0}: {1}
            quantity = {0} of {1} ({2})
            quiet = {0} of {1} without a finding
            quiet-not-yet = {0} of {1} without a finding
            reading-settled = the reading of {0} is settled
            returned = done at {0}, and something has come back since
            seen-there = {0} seen where it may not be, {1} first
            shown = shown: {0}
            stands-otherwise = {0} is not {1}
            stands-so = {0} is {1}
            step-on = step {0} of {1} is on
            step-waits = {0} by {1} is {2}
            steps-done = all {0} steps are verified
            still-seen = {0} still there: {1}
            stood-last = it last was {0}
            suspended = suspended since {0}
            text-only = words that nobody computes
            too-few = {0} counted; {1} are asked for
            too-many = {0} counted; {1} are allowed
            triggered = triggered: {0}
            unknown-excuses-nobody = not known, and what is not known excuses nobody: {0}
            void = void: {0}
            waits-for = it waits for {0}
            """;

    private static final String WORDS = """
            area = area
            breached = breached
            case-attributed = attributed
            case-candidate = candidate
            case-excused = excused
            case-indeterminate = indeterminate
            case-not-excused = not excused
            case-unaccounted = unaccounted
            closed = closed
            count = count
            day = day
            days = days
            depth = depth
            does-not-hold = does not hold
            excused = excused
            fulfilled = fulfilled
            fulfilled-late = fulfilled late
            grave = grave
            ground = ground
            h = h
            held = held
            holds = holds
            km = km
            m = m
            min = min
            minor = minor
            month = month
            months = months
            open = open
            pending = pending
            running = running
            sea = sea
            serious = serious
            suspended = suspended
            technical = technical
            text-only = text only
            triggered = triggered
            unknown = unknown
            void = void
            """;

    private EnglishText() {}

    static SortedMap<String, String> sentences() {
        SortedMap<String, String> all = new TreeMap<>(PlaceReason.words());
        all.putAll(Template.table(SENTENCES));
        return Collections.unmodifiableSortedMap(all);
    }

    static SortedMap<String, String> words() {
        return Template.table(WORDS);
    }
}
