package truceline.duty.life;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The reasons in English, by key.
final class ReasonText {
    private static final SortedMap<String, String> ENGLISH = new TreeMap<>(Map.ofEntries(
            Map.entry("actor-unknown", "nobody knows who it was"),
            Map.entry("all-of", "{0} of {1} hold, and all must"),
            Map.entry("allowed", "it is allowed by {0}"),
            Map.entry("any-of", "{0} of {1} hold, and one is enough"),
            Map.entry("attributed", "attributed to {0}"),
            Map.entry("balance", "step {0}, {1}: {2}; they differ by {3} %"),
            Map.entry("balance-beyond", "step {0}, {1}: {2}; they differ by {3} %, more than {4} %"),
            Map.entry("balance-within", "step {0}, {1}: {2}; they differ by {3} %, within {4} %"),
            Map.entry("begins", "it begins at {0}"),
            Map.entry("cases", "{0} cases, {1} of them attributed"),
            Map.entry("cases-unnamed", "{0} cases of which nobody knows who it was"),
            Map.entry("count-waits", "the count waits for {0}"),
            Map.entry("day-not-set", "the day waits for {0}"),
            Map.entry("day-set", "{0} is set to {1}"),
            Map.entry("day-set-late", "the day became known only after this was due, at {0}"),
            Map.entry(
                    "deadline-before-condition",
                    "it was due at {0}, before its condition was met at {1}; no deadline runs, and nothing is missed"),
            Map.entry("deadline-passed", "it was due at {0} and is not shown to be done"),
            Map.entry("deadline-waits", "no clock runs: it waits for {0}"),
            Map.entry("done", "done at {0}"),
            Map.entry("done-late", "done at {0}, after it was due at {1}"),
            Map.entry("due-by", "due at {0}"),
            Map.entry("ended", "a body ended it"),
            Map.entry("entered", "entered at {0}"),
            Map.entry("exception-open", "an exception may be shown until {0}"),
            Map.entry("fact-attested", "{0} is attested by {1}"),
            Map.entry("fact-denied", "{0} is denied by {1}"),
            Map.entry("fact-not-attested", "{0} is attested by {1} of {2} ({3})"),
            Map.entry("findings-enough", "{0} attributed findings of {1}"),
            Map.entry("findings-few", "{0} attributed findings of {1}"),
            Map.entry("findings-without-level", "{0} attributed findings of {1}, and more without a level"),
            Map.entry("forbidden-now", "it is forbidden now; each act is a case of its own"),
            Map.entry("held", "held: step {0}, {1} by {2}, is {3} and not verified"),
            Map.entry("if-not", "its condition does not hold: {0}"),
            Map.entry("if-unknown", "nobody has shown its condition: {0}"),
            Map.entry("judged-by-act", "it is judged act by act"),
            Map.entry("kept", "those who verify it say that it is kept"),
            Map.entry("left-open", "the drafters left it open"),
            Map.entry("list-counted", "{0} counted, {1} seen elsewhere, {2} unaccounted for"),
            Map.entry("list-declared", "{0} declared"),
            Map.entry("list-missing", "the list that it is a share of was not handed over"),
            Map.entry("may-be-allowed", "it may be allowed by {0}"),
            Map.entry("no-deadline", "the text gives no deadline"),
            Map.entry("no-start-to-count", "the text gives no moment to count from"),
            Map.entry("nobody-attests", "the text does not say who attests {0}"),
            Map.entry("not", "the contrary is asked for"),
            Map.entry("not-allowed", "it is not allowed by {0}"),
            Map.entry("not-kept", "{0} is not kept"),
            Map.entry("not-shown", "not so: {0}"),
            Map.entry("not-triggered", "not triggered: {0}"),
            Map.entry("nothing-against", "nothing is recorded against it"),
            Map.entry("nothing-entered", "nothing is entered that {0} asks for"),
            Map.entry("notice-given", "{0} was told at {1}"),
            Map.entry("notice-none", "no notice to {0} within {1}"),
            Map.entry("notice-still-possible", "no notice to {0} yet; there is time until {1}"),
            Map.entry("other-did", "the other party did so in {0}, {1} minutes before and {2} km away"),
            Map.entry("other-did-not", "nothing of the sort by the other party is recorded"),
            Map.entry("other-may-have", "whether {0} was the other party's is not known"),
            Map.entry("over", "its time ended at {0}"),
            Map.entry("period-due", "next due at {0}"),
            Map.entry("period-missed", "nothing is entered for the period that ended at {0}; {1} missed in all"),
            Map.entry("period-open", "the period or its beginning is left open"),
            Map.entry("permission-given", "{0} allowed it from {1}"),
            Map.entry("permission-none", "no permission by {0} is recorded"),
            Map.entry("permitted", "it is permitted"),
            Map.entry("place", "{0}"),
            Map.entry("place-by-line", "for {0}, measured from {2}: {1}"),
            Map.entry("place-for", "for {0}: {1}"),
            Map.entry("quantity", "{0} of {1} ({2})"),
            Map.entry("quiet", "{0} of {1} without a finding"),
            Map.entry("quiet-not-yet", "{0} of {1} without a finding"),
            Map.entry("returned", "done at {0}, and something has come back since"),
            Map.entry("seen-there", "{0} seen where it may not be, {1} first"),
            Map.entry("shown", "shown: {0}"),
            Map.entry("stands-otherwise", "{0} is not {1}"),
            Map.entry("stands-so", "{0} is {1}"),
            Map.entry("step-on", "step {0} of {1} is on"),
            Map.entry("step-waits", "{0} by {1} is {2}"),
            Map.entry("steps-done", "all {0} steps are verified"),
            Map.entry("still-seen", "{0} still there: {1}"),
            Map.entry("stood-last", "it last was {0}"),
            Map.entry("suspended", "suspended since {0}"),
            Map.entry("text-only", "words that nobody computes"),
            Map.entry("too-few", "{0} counted; {1} are asked for"),
            Map.entry("too-many", "{0} counted; {1} are allowed"),
            Map.entry("triggered", "triggered: {0}"),
            Map.entry("unknown-excuses-nobody", "not known, and what is not known excuses nobody: {0}"),
            Map.entry("void", "void: {0}"),
            Map.entry("waits-for", "it waits for {0}")));

    private ReasonText() {}

    /// All keys, ascending.
    static List<String> keys() {
        return List.copyOf(ENGLISH.keySet());
    }

    static String english(Reason reason) {
        String text = ENGLISH.get(reason.key());
        if (text == null) {
            throw new IllegalStateException("no words for " + reason.key());
        }
        StringBuilder words = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            boolean isValue = text.charAt(at) == '{' && at + 2 < text.length() && text.charAt(at + 2) == '}';
            words.append(isValue ? reason.values().get(text.charAt(at + 1) - '0') : String.valueOf(text.charAt(at)));
            at += isValue ? 3 : 1;
        }
        return words.toString();
    }
}
