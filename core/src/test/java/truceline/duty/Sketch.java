package truceline.duty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.Tree;
import truceline.agreement.compile.AgreementCompiler;
import truceline.agreement.compile.Compilation;
import truceline.agreement.phrase.Level;

/// A small sound agreement for tests, and worlds in which something happened.
final class Sketch {
    private Sketch() {}

    static Agreement with(String days, String provisions) {
        return with(days, "verification: {by: panel}", provisions);
    }

    static Agreement draft(String days, String provisions) {
        return with("draft", days, "verification: {by: panel}", provisions);
    }

    static Agreement with(String days, String sections, String provisions) {
        return with("agreed", days, sections, provisions);
    }

    private static Agreement with(String status, String days, String sections, String provisions) {
        Compilation compilation =
                AgreementCompiler.compile(Tree.of("{agreement: 1, id: small, title: {en: Small}, status: " + status
                        + ", version: 1.0.0, languages: {authentic:"
                        + " [en]}, time-zone: Europe/Kyiv, runs: {from: D}, basis: assumed, sources: {},"
                        + " parties: {AA: Aland, BB: Beland}, others: {GG: Guarantor},"
                        + " bodies: {panel: {may: [attest, set-day, verify, attribute, inspect]}},"
                        + " days: {" + days + "}, zones: {box: {map: open}}, classes: {guns-all: {kinds: guns}},"
                        + " facts: {attack: {attested-by: panel}, vote: {attested-by: AA},"
                        + " word: {attested-by: each party}, whose: {attested-by: open}}, " + sections
                        + ", provisions: {" + provisions.replace("{who:", "{text: {en: Words.}, who:") + "}}"));
        if (compilation.agreement() == null) {
            throw new IllegalArgumentException(compilation.faults().toString());
        }
        return Objects.requireNonNull(compilation.agreement());
    }

    static long at(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    /// A world that is filled step by step.
    static final class Story {
        private final List<World.Attributed> findings = new ArrayList<>();
        private final List<World.Attested> attested = new ArrayList<>();
        private final List<World.Notice> notices = new ArrayList<>();
        private final TreeMap<String, Long> days = new TreeMap<>();

        Story finding(String provision, String against, @Nullable Level level, String instant) {
            findings.add(new World.Attributed(List.of(provision), against, level, at(instant)));
            return this;
        }

        Story says(String by, String fact, @Nullable String about, boolean holds, String instant) {
            attested.add(new World.Attested(fact, about, by, holds, at(instant)));
            return this;
        }

        Story day(String name, String instant) {
            days.put(name, at(instant));
            return this;
        }

        Story notice(String to, String instant) {
            notices.add(new World.Notice(to, "AA", at(instant)));
            return this;
        }

        World until(String instant) {
            return new World(findings, attested, days, notices, at(instant));
        }
    }
}
