package truceline.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.coverage.Coverage;
import truceline.coverage.Rates;
import truceline.coverage.Restriction;
import truceline.finding.Redaction;
import truceline.observation.Kind;

/// What people added to a period beside the observations: what was published, what movement was refused, what was
/// watched, who was hurt, what was agreed for repairs, who called whom, what the parties claim, what crossed a closed
/// zone. Every list may be empty. Immutable.
///
/// @param findings published in the period
/// @param restrictions that lie in the period at least in part
/// @param lines observed share of each line that anybody ever watched, in the order of the agreement
/// @param silent sources that owed a sign of life in the period and gave none
/// @param harm the latest word on each incident, and every word that names none
/// @param crossings tracks with a case: they were where the agreement closes a zone
/// @param redactions decided in the period
/// @param interference incidents in which crafts told positions that none can have
public record FloorReport(
        List<Published> findings,
        List<Restriction> restrictions,
        List<LineCoverage> lines,
        List<Silence> silent,
        List<Harm> harm,
        List<Repair> repairs,
        List<Call> calls,
        List<Claims> claims,
        List<Crossing> crossings,
        List<Crossing> interference,
        List<Redaction> redactions) {
    /// Nothing of all that.
    public static final FloorReport NONE = new FloorReport(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of(), List.of());

    /// How much of a line was watched. Its sides stand in the order of the parties, where the agreement puts one on
    /// each.
    ///
    /// @param unseen incidents beside the line that began while nobody watched
    public record LineCoverage(String name, Coverage coverage, List<SideCoverage> sides, int unseen) {
        public LineCoverage {
            sides = List.copyOf(sides);
        }

        /// Observed share of both sides, in percent rounded down.
        public int percent() {
            return FloorReport.percent(coverage.observedMs(), coverage.possibleMs());
        }
    }

    /// One side of a line.
    ///
    /// @param party position of the party on that side, or -1 where the agreement names none
    /// @param name of the side as a reader meets it
    /// @param stretches observed milliseconds of each stretch
    public record SideCoverage(
            int party, String name, long observedMs, long possibleMs, Rates.Rate rate, List<Long> stretches) {
        public SideCoverage {
            stretches = List.copyOf(stretches);
        }

        public int percent() {
            return FloorReport.percent(observedMs, possibleMs);
        }
    }

    /// A source without a sign of life when one was due.
    ///
    /// @param silentMs how long of the period
    /// @param sinceMs when the first sign that did not come was due, milliseconds UTC
    public record Silence(String source, long sinceMs, long silentMs) {}

    /// People hurt and things damaged, never a name.
    ///
    /// @param entry index of the entry that says so
    /// @param incident address of the incident, or null
    /// @param atMs first moment of the incident, or when it was said where it names none
    public record Harm(
            long entry,
            @Nullable String incident,
            long atMs,
            long dead,
            long injured,
            String qualifier,
            String objects,
            String status) {}

    /// A ceasefire of a few hours for a repair.
    public record Repair(long entry, String id, String what, String area, long fromMs, long untilMs, String status) {}

    /// A call on the liaison line.
    public record Call(long entry, long startedMs, String from, String to, String outcome, String about) {}

    /// What one list of claims against one party came to.
    public record Claims(
            String source,
            String accused,
            long claims,
            long matched,
            long unmatchedObserved,
            long notObserved,
            long duplicate,
            long outOfScope) {}

    /// A craft where it should not have been, or seemed to be.
    ///
    /// @param provisions that it stands against, `(indeterminate)` where it is too close to say
    /// @param reason with the numbers of the first case, or the empty text
    public record Crossing(String incident, Kind kind, long fromMs, long toMs, List<String> provisions, String reason) {
        public Crossing {
            provisions = List.copyOf(provisions);
        }
    }

    public FloorReport {
        findings = List.copyOf(findings);
        restrictions = List.copyOf(restrictions);
        lines = List.copyOf(lines);
        silent = List.copyOf(silent);
        harm = List.copyOf(harm);
        repairs = List.copyOf(repairs);
        calls = List.copyOf(calls);
        claims = List.copyOf(claims);
        crossings = List.copyOf(crossings);
        interference = List.copyOf(interference);
        redactions = List.copyOf(redactions);
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    /// Observed time of all lines, milliseconds.
    public long observedMs() {
        return lines.stream().mapToLong(line -> line.coverage().observedMs()).sum();
    }

    /// Time that could have been observed, milliseconds; 0 where nobody ever watched a line.
    public long possibleMs() {
        return lines.stream().mapToLong(line -> line.coverage().possibleMs()).sum();
    }

    static int percent(long part, long whole) {
        return whole == 0 ? 0 : (int) (part * 100 / whole);
    }
}
