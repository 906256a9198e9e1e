package truceline.duty.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import truceline.agreement.Agreement;
import truceline.agreement.phrase.Verb;
import truceline.compliance.Zone;
import truceline.geo.Geometry;
import truceline.observation.Kind;
import truceline.observation.Weapon;

/// Random agreements and random histories with the two parties swapped: what comes of them swaps, and nothing else.
/// How many: system property `truceline.mirror.lives`.
class LifeMirrorTest {
    private static final int LIVES = Integer.getInteger("truceline.mirror.lives", 100);
    private static final long HOUR = 3_600_000;
    private static final String[] PROVISIONS = {
        "{who: each party, must-not: fire}",
        "{who: each party, must-not: fire, unless: {all-of: [fire by the other party within 10 min and 20 km, whose]}}",
        "{who: AA, must-not: fire, where: near}",
        "{who: BB, must-not: [fire, enter], where: box, severity: serious}",
        "{who: each party, must-not: enter, where: box, unless: authorised by panel}",
        "{who: each party, must-not: fire, where: own}",
        "{who: each party, must: withdraw, what: guns, out-of: near, by: D+%d}",
        "{who: AA, must: withdraw, what: guns, out-of: near, begin-by: D+1, by: D+%d}",
        "{who: each party, must: hand-over, what: papers, to: panel, by: D+%d}",
        "{who: each party, must-not: keep, what: guns, where: near, from: D+%d}",
        "{who: BB, must: meet, every: %d days}",
        "{who: each party, must: bring-about, what: vote, by: D+%d}",
        "{who: AA, must: meet, by: %d h after 2 breached by BB}",
        "{who: each party, must: notify, to: panel, by: D+%d, if: at least 2 findings on 2 against AA in 72 h}",
        "{who: BB, must: meet, by: D+%d, if: no findings on 2 against AA for 3 days}",
        "{who: each party, must-not: fire, readings: {AA: {where: near}, BB: {where: box}}}",
        "{who: AA, must: meet, readings: {BB: {by: D+3}, AA: {by: D+6}}}",
    };

    private static String swap(String text) {
        return text.replace("AA", "\u0001").replace("BB", "AA").replace("\u0001", "BB");
    }

    private static String agreement(Random random) {
        StringBuilder text = new StringBuilder("{agreement: 1, id: small, title: {en: Small}, status: agreed,"
                + " version: 1.0.0, languages: {authentic: [en]}, time-zone: Etc/UTC, runs: {from: D}, basis: assumed,"
                + " sources: {}, parties: {AA: Aland, BB: Beland}, others: {GG: Guarantor}, bodies: {panel: {may:"
                + " [observe, attest, set-day, verify, attribute, inspect, authorise, settle-reading]}}, days: {D:"
                + " {date: 2026-03-01, set-by: panel}}, lines: {LoC: {map: l.geojson, left: AA, right: BB, accuracy:"
                + " 200 m}}, zones: {near: {within: 50 km, of: LoC}, box: {map: b.geojson}, own: {side: each party, of:"
                + " LoC}}, classes: {papers: {kinds: documents}}, facts: {vote: {attested-by: panel}, whose:"
                + " {attested-by: each party}}, verification: {by: panel}, severity: {again: {repeated: 2 in 3 days,"
                + " level: serious}, closer: {verb: enter, where: box, level: grave}, otherwise: {level: minor}},"
                + " provisions: {1: {text: {en: Peace.}}, 2: {text: {en: Words.}, who: each party, must-not: fire}");
        int count = 3 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            String norm = PROVISIONS[random.nextInt(PROVISIONS.length)].formatted(2 + random.nextInt(8));
            text.append(", ").append(i + 3).append(": ").append(norm.replaceFirst("\\{", "{text: {en: Words.}, "));
        }
        if (random.nextBoolean()) {
            text.append(", 20: {text: {en: Steps.}, readings: {AA: {order: together}, BB: {order: AA first}}, steps:"
                    + " {balance: area, tolerance: \"10 %\"}}, 20.a: {step: 1, who: AA, must: leave, where: box, by:"
                    + " D+3}, 20.b: {step: 1, who: BB, must: leave, where: near, by: D+3}, 20.c: {step: 2, who: AA,"
                    + " must: meet, by: D+6}, 20.d: {step: 2, who: BB, must: meet, by: D+6}");
        }
        if (random.nextBoolean()) {
            text.append(", 30.a: {text: {en: One.}, protects: AA, given-by: GG, triggered-by: at least 2 findings on 2"
                    + " against BB in 72 h, void-if: 30.b triggered, twin: 30.b}, 30.b: {text: {en: Other.}, protects:"
                    + " BB, given-by: GG, triggered-by: at least 2 findings on 2 against AA in 72 h, void-if: 30.a"
                    + " triggered, twin: 30.a}, 31: {text: {en: Words.}, who: GG, must: decide, by: 24 h after 30.a}");
        }
        return text.append("}}").toString();
    }

    /// A history as it is told of two sides, of which the first is named.
    private static List<Occurrence> history(long seed, String agreement, UnaryOperator<String> name) {
        Random random = new Random(seed);
        List<Occurrence> told = new ArrayList<>();
        long now = Tale.at("2026-02-25");
        List<String> ids = agreement.contains("20.a")
                ? List.of("2", "3", "4", "5", "20.a", "20.b", "20.c", "20.d")
                : List.of("2", "3", "4", "5");
        for (long entry = 10; entry < 60; entry++) {
            now += random.nextInt(12) * HOUR;
            String by = name.apply(random.nextBoolean() ? "AA" : "BB");
            String id = ids.get(random.nextInt(ids.size()));
            boolean isNamed = random.nextInt(4) > 0;
            Evidence act = evidence(random, "I" + entry, now, isNamed ? by : null);
            told.add(
                    switch (random.nextInt(9)) {
                        case 0 -> new Occurrence.Ticked(entry, now);
                        case 1, 2 -> new Occurrence.Acted(entry, now, act);
                        case 3 -> new Occurrence.Found(entry, now, act, by);
                        case 4 -> new Occurrence.Seen(entry, now, act);
                        case 5 -> new Occurrence.Said(entry, now, id, by, "panel", random.nextInt(5) > 0, now, null);
                        case 6 -> new Occurrence.Said(entry, now, "vote", by, "panel", true, now, null);
                        case 7 -> new Occurrence.Done(entry, now, id, by, now, random.nextInt(200) * 1000L);
                        default ->
                            random.nextInt(3) > 0
                                    ? new Occurrence.Said(entry, now, "whose", by, by, true, now, "I" + (entry - 1))
                                    : new Occurrence.Settled(entry, now, id.substring(0, 1), by);
                    });
        }
        return told;
    }

    private static Evidence evidence(Random random, String id, long now, @Nullable String by) {
        Verb verb = random.nextInt(3) == 0 ? Verb.ENTER : Verb.FIRE;
        return new Evidence(
                id,
                verb,
                now,
                now + random.nextInt(3) * HOUR,
                random.nextInt(8) == 0 ? null : Tale.disc(11 + random.nextInt(8), 49 + random.nextInt(20) / 10.0),
                null,
                Zone.ON_SURFACE,
                verb == Verb.FIRE ? Kind.EXPLOSION : Kind.ARMED_PRESENCE,
                random.nextBoolean() ? Weapon.ARTILLERY : Weapon.NOT_KNOWN,
                random.nextBoolean() ? 1220 : -1,
                null,
                random.nextBoolean() ? List.of("guns") : List.of(),
                List.of(),
                random.nextInt(3) - 1,
                by);
    }

    private static String told(String text, List<Occurrence> history, SortedMap<String, Geometry> maps) {
        Agreement agreement = Tale.compile(text);
        Evaluation evaluation = new Evaluation(agreement, maps, 9, Tale.at("2026-02-20"));
        List<String> lines = new ArrayList<>();
        for (Occurrence occurrence : history) {
            List<String> own = new ArrayList<>();
            evaluation
                    .take(occurrence)
                    .forEach(change ->
                            own.add(occurrence.entry() + " " + Tale.line(change) + "; " + reasons(change.reasons())));
            lines.addAll(own);
        }
        for (ProvisionState state : evaluation.states()) {
            lines.add(state.provision() + " " + state.who() + " "
                    + state.worlds().stream().sorted().toList() + " " + state.phase() + " " + state.sinceMs() + " "
                    + state.dueMs() + " " + state.cases() + " " + state.attributed() + "; " + reasons(state.reasons()));
        }
        return String.join("\n", lines);
    }

    private static String reasons(List<Reason> reasons) {
        return reasons.stream().map(Reason::english).collect(Collectors.joining("; "));
    }

    /// The order in which the parties are listed swaps with them, and so does the order of what is told at one moment.
    private static String sorted(String told) {
        List<String> lines = new ArrayList<>();
        for (String line : told.split("\n", -1)) {
            String named = line.replace("BB,AA", "AA,BB").replace("[BB, AA]", "[AA, BB]");
            List<String> parts = new ArrayList<>(List.of(named.split("(?<=\\)) |; ", -1)));
            Collections.sort(parts);
            lines.add(String.join("; ", parts));
        }
        Collections.sort(lines);
        return String.join("\n", lines);
    }

    @Test
    void swapping_the_parties_swaps_what_comes_of_a_history_and_nothing_else() {
        SortedMap<String, Geometry> maps = Tale.maps("LoC", Tale.parallel(50), "box", Tale.box(12, 49, 15, 50));
        int told = 0;
        for (long seed = 0; seed < LIVES; seed++) {
            String text = agreement(new Random(seed));
            String one = told(text, history(seed, text, UnaryOperator.identity()), maps);
            String two = told(swap(text), history(seed, text, LifeMirrorTest::swap), maps);
            assertThat(sorted(swap(two))).as("seed " + seed).isEqualTo(sorted(one));
            told += one.contains("AA") && one.contains("candidate") && !one.equals(two) ? 1 : 0;
        }
        assertThat(told).isGreaterThan(LIVES / 2);
    }
}
