package truceline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import truceline.agreement.Note;
import truceline.agreement.compile.Compilation;
import truceline.geo.Feature;
import truceline.geo.Geometry;

/// What is worth a note in a sound file. In what is written instead, `^` stands before the place of the note, which is
/// not there before the change.
class AgreementNoteTest {
    static Stream<Arguments> notes() {
        return Stream.of(
                note("open-value", "{map: ^open}", "{map: drawn.geojson}"),
                note(
                        "one-sided",
                        "^3: {text: {en: \"Guns stay.\"}, who: UA, may: keep, what: big, where: land, at-most:"
                                + " 100 persons}",
                        "3: {text: {en: \"Guns stay.\"}, who: UA, may: keep, what: big, where: land,"
                                + " at-most: 100 persons, twin: 2}",
                        ", by: D+14, twin: 3}",
                        ", by: D+14}"),
                note("text-only", "  ^8: {text: {en: x}}\nproposals:", "proposals:"),
                note("text-missing", "languages: ^{authentic: [en, uk]", "languages: {authentic: [en]"),
                note(
                        "no-deadline",
                        "^2: {text: {en: \"Guns go.\"}, who: each party, must: withdraw, what: big, out-of:"
                                + " band, twin",
                        "2: {text: {en: \"Guns go.\"}, who: each party, must: withdraw, what: big,"
                                + " out-of: band, begin-by: D+2, by: D+14, twin",
                        "{from: D, until: peace}",
                        "{from: D}"),
                note(
                        "nobody-verifies",
                        "^1: {text: {en: \"Nobody fires.\"}",
                        "1: {text: {en: \"Nobody fires.\"}",
                        "verification: {by: panel, sources: 2, means: [uav, patrol]}\n",
                        ""),
                note("zone-not-covered", "^ring: {within", "ring: {within", "means: [uav, patrol]", "is: eyes"),
                note(
                        "no-time-out",
                        "^panel: {lead: UN, seats: [2 UA, RU, UN], decides: 3 of 4, quorum: all, else",
                        "panel: {lead: UN, seats: [2 UA, RU, UN], decides: 3 of 4, quorum: all, within: 72 h, else"),
                note(
                        "one-side-decides",
                        "^panel: {lead: UN, seats: [2 UA, RU, UN], decides: 3 of 4, within",
                        "panel: {lead: UN, seats: [2 UA, RU, UN], decides: 3 of 4, quorum: all, within"),
                note(
                        "deciding-sets",
                        "^court: {seats: [UA, RU], decides: all",
                        "court: {seats: [UA, RU], decides: each party"),
                note("unused", "facts:\n  ^idle: {attested-by: panel}", "facts:"),
                note(
                        "unused",
                        "{paper: {at: \"a library\", date: 2020-01-01}, ^book: {at: home}}",
                        "{paper: {at: \"a library\", date: 2020-01-01}}"),
                note("points-without-provision", "^P1:\n    points: 8", "P1:\n    points: 7"),
                note(
                        "cycle",
                        "^7: {text: {en: \"No bombs.\"}, who: each party, must-not: bring-about, what: signed,"
                                + " verify: {by: panel}, if: allowed by 5, from: after 7}",
                        "7: {text: {en: \"No bombs.\"}, who:"
                                + " each party, must-not: bring-about, what: signed, verify: {by: panel}, if: allowed by 5,"
                                + " from: after 2}"),
                note("map-not-covered", "^drawn: {map: drawn.geojson}", "drawn: {map: drawn.geojson}"),
                note(
                        "map-not-covered",
                        "^memo: {map: old.geojson, sha256: open}",
                        "memo: {map: open, sha256: " + "0".repeat(64) + "}"),
                note(
                        "wrong-order",
                        "^2: {text: {en: \"Guns go.\"}, who: each party, must: withdraw, what: big, out-of: band,"
                                + " begin-by: D+15, by: D+14",
                        "2: {text: {en: \"Guns go.\"}, who: each party, must: withdraw, what: big, out-of: band,"
                                + " begin-by: D+2, by: D+14"),
                note(
                        "wrong-order",
                        "^6.a: {who: UA, must: leave, where: drawn, from: X, until: X-1, step: 1}",
                        "6.a: {who: UA, must: leave, where: drawn, by: X, step: 1}"),
                note("cycle", "^FR: {name: France, members: [FR]}", "FR: {name: France, members: [UN]}"),
                note(
                        "cycle",
                        "^court: {seats: [UA, RU], decides: each party, else: refer to court",
                        "court: {seats:" + " [UA, RU], decides: each party, else: refer to panel"),
                note("cycle", "^P0: {follows: P1, points", "P0: {points"),
                note("mandate-permits-nothing", "^guard: {lead: UN, mandate: 2", "guard: {lead: UN, mandate: 5"),
                note(
                        "clock-before-attribution",
                        "^4.1: {who: UN, must: decide, by: 24 h after 2 breached}",
                        "4.1: {who: UN, must: decide, by: 24 h after 4}",
                        "change-line, authorise]",
                        "change-line, authorise, attribute]"));
    }

    private static Arguments note(String code, String instead, String was, String... also) {
        return Arguments.of(code, instead, was, List.of(also));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("notes")
    void a_note_stands_at_its_place(String code, String instead, String was, List<String> also) {
        String sound = AgreementFaultCases.SOUND;
        assertThat(sound).containsOnlyOnce(was);
        String marked = sound.replace(was, instead);
        for (int i = 0; i < also.size(); i += 2) {
            assertThat(marked).containsOnlyOnce(also.get(i));
            marked = marked.replace(also.get(i), also.get(i + 1));
        }
        String before = marked.substring(0, marked.indexOf('^'));
        long line = 1 + before.chars().filter(c -> c == '\n').count();
        int column = before.length() - before.lastIndexOf('\n');
        String expected = line + ":" + column + " " + code;
        assertThat(lines(marked.replace("^", ""))).contains(expected);
    }

    @Test
    void a_reading_that_no_body_may_settle_is_told() {
        String sound = AgreementFaultCases.SOUND;
        assertThat(lines(sound)).contains("27:3 nobody-settles", "58:3 nobody-settles");
        assertThat(lines(sound.replace("authorise]", "authorise, settle-reading]")))
                .noneMatch(line -> line.endsWith("nobody-settles"));
    }

    @Test
    void a_map_with_its_hash_and_times_in_their_order_need_no_note() {
        String sound = AgreementFaultCases.SOUND
                .replace("loc.geojson", "loc.geojson, sha256: " + "1".repeat(64))
                .replace("drawn.geojson", "drawn.geojson, sha256: " + "2".repeat(64))
                .replace("where: drawn, by: X, step: 1", "where: drawn, from: X 10:00, until: X, step: 1");
        assertThat(lines(sound)).noneMatch(line -> line.endsWith("map-not-covered") || line.endsWith("wrong-order"));
        assertThat(lines(sound.replace("from: X 10:00, until: X,", "from: X+1, until: X,")))
                .contains("59:3 wrong-order", "60:3 wrong-order");
    }

    private static List<String> lines(String yaml) {
        Compilation compilation =
                AgreementReader.read(yaml.getBytes(StandardCharsets.UTF_8)).compilation();
        assertThat(compilation.faults()).isEmpty();
        return compilation.notes().stream()
                .map(note -> note.line() + ":" + note.column() + " " + note.code())
                .toList();
    }

    @Test
    void a_unit_code_names_exactly_one_unit_of_the_boundaries() {
        Geometry none = new Geometry(List.<Feature>of());
        byte[] yaml = AgreementFaultCases.SOUND.getBytes(StandardCharsets.UTF_8);
        var root = Objects.requireNonNull(AgreementReader.read(yaml).root());
        assertThat(UnitMatches.notes(root, none))
                .extracting(Note::code, Note::line)
                .containsExactly(tuple("unit-matches", 33), tuple("unit-matches", 33));
    }
}
