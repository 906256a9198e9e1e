package truceline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import truceline.agreement.Fault;

/// One sound file, and one change at a time that makes it unsound. In what is written instead, `^` stands before the
/// place of the only fault that may follow.
class AgreementFaultTest {
    private static final String SOUND = """
            agreement: 1
            id: test
            title: {en: "A test"}
            status: agreed
            version: 1.0.0
            supersedes: {version: 0.9.0, sha256: open}
            languages: {authentic: [en], prevails: panel}
            time-zone: Europe/Kyiv
            runs: {from: D, until: peace}
            points-of: P1
            amended-by: each party
            basis: reported
            source: paper
            sources: {paper: {at: "a library", date: 2020-01-01}}
            parties: {UA: Ukraine, RU: Russian Federation}
            others:
              UN: United Nations
              FR: {name: France, members: [UN]}
            bodies:
              panel: {lead: UN, seats: [2 UA, RU, UN], decides: 3 of 4, quorum: all, within: 72 h, else: lead decides, may: [verify, attest, set-day, change-line, authorise]}
              court: {seats: [UA, RU], decides: each party, else: refer to panel, over: panel, may: observe}
            forces:
              guard: {lead: UN, mandate: 5, contingents: {FR: {size: 200 persons}}, hubs: {north: {of: FR, where: town, covers: LoC km 1 to 2, reach: 10 km}}}
            days:
              D: {date: 2020-01-01, set-by: panel, once: signed}
              X: {date: D+5}
              Y: {readings: {UA: {date: X+1}, RU: {date: 2 days after D}}}
            lines:
              LoC: {map: loc.geojson, accuracy: 250 m, left: UA, right: RU, changed-by: panel}
              memo: {map: open, sha256: 0000000000000000000000000000000000000000000000000000000000000000}
            places: {town: {at: 46.50 N 30.75 E}}
            zones:
              land: {unit: [iso UA-14, pcode UA23]}
              ring: {within: 2 km, of: town}
              band: {width: 50 km, of: {UA: LoC, RU: memo}}
              own: {side: each party, of: LoC}
              air: {above: [ring, band], height: 0 to 300 m above ground}
              near: {within: 2 km, of: LoC, sides: UA}
              drawn: {map: drawn.geojson}
            classes:
              big: {kinds: [guns, mortars], calibre: at least 100 mm, systems: [Grad], list: 2}
            facts:
              signed: {attested-by: panel}
              peace: {attested-by: each party}
            verification: {by: panel, sources: 2, means: [uav, patrol]}
            clocks: {register: 15 min}
            severity:
              bad: {verb: fire, where: ring, casualties: at least 1, repeated: 3 in 7 days, lasting: over 30 min, level: grave}
              otherwise: {level: minor}
            provisions:
              1: {text: {en: "Nobody fires."}, who: each party, must-not: fire, where: ring, unless: {any-of: [fire by the other party within 10 min and 20 km, signed by UA, notice to panel within 24 h]}}
              2: {text: {en: "Guns go."}, who: each party, must: withdraw, what: big, out-of: band, begin-by: D+2, by: D+14, twin: 3}
              3: {text: {en: "Guns stay."}, who: UA, may: keep, what: big, where: land, at-most: 100 persons, twin: 2}
              4: {text: {en: "A promise."}, triggered-by: signed by RU, void-if: 4.2 breached, protects: UA, given-by: UN}
              4.1: {who: UN, must: decide, by: 24 h after 4}
              4.2: {who: panel, must: inspect, what: big, every: day, by: 12:00, if: at least 2 serious findings on 1 against RU in 72 h}
              5: {text: {en: "The guard stays."}, who: guard, may: keep, what: soldiers, where: land, if: no findings for 60 days}
              6: {text: {en: "In step."}, steps: {balance: area, tolerance: 10 %, verify-within: 3 days}, readings: {UA: {order: together}, RU: {order: UA first}}}
              6.a: {who: UA, must: leave, where: drawn, by: X, step: 1}
              6.b: {who: RU, must: leave, where: drawn, by: X, step: 1}
              7: {text: {en: "No bombs."}, who: each party, must-not: bring-about, what: signed, verify: {by: panel}, if: allowed by 5, from: after 2}
            proposals:
              P0: {points: 3, date: 2019-01-01, by: UN}
              P1:
                points: 7
                titles: {1: silence}
                follows: P0
                from-points: {1: [1, 2], 2: []}
                positions:
                  - {who: UA, points: [1 to 3, 5], say: accept, date: 2020-01-01}
                  - {who: UA, points: 4, say: amend, gist: shorter, date: 2020-01-01}
            statements:
              s1: {who: Jane Roe (UN), date: before 2020-01-01, kind: claim, says: nearly done, figure: 90 %, touches: [1, P1/2]}
            claims:
              c1: {where: land, held-by: RU, share: about 20 %, date: 2020-01-01}
            """;

    private static Arguments fault(String code, String instead, String... was) {
        return Arguments.of(code, instead, was.length == 0 ? instead.replace("^", "") : was[0]);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("unknown-format", "agreement: ^2", "agreement: 1"),
                fault("bad-name", "id: ^two words", "id: test"),
                fault("missing-key", "^agreement: 1\ntitle:", "agreement: 1\nid: test\ntitle:"),
                fault("unknown-language", "title: {^de: \"A test\"}", "title: {en: \"A test\"}"),
                fault("unknown-language", "[en, ^english]", "[en]"),
                fault("unknown-language", "prevails: ^fr", "prevails: panel"),
                fault("unknown-word", "status: ^signed", "status: agreed"),
                fault("bad-version", "version: ^1.0\n", "version: 1.0.0\n"),
                fault("bad-version", "{version: ^0.09.0,", "{version: 0.9.0,"),
                fault("bad-hash", "sha256: ^ABC}", "sha256: open}"),
                fault("unknown-time-zone", "time-zone: ^Kyiv", "time-zone: Europe/Kyiv"),
                fault("bad-time", "until: ^paece}", "until: peace}"),
                fault("unknown-reference", "points-of: ^P2", "points-of: P1"),
                fault("unknown-reference", "amended-by: ^nobody", "amended-by: each party"),
                fault("unknown-word", "basis: ^told", "basis: reported"),
                fault("no-source", "source: ^papers", "source: paper"),
                fault("missing-key", "{^paper: {date: 2020-01-01}}", "{paper: {at: \"a library\", date: 2020-01-01}}"),
                fault("bad-time", "date: ^2020-02-30}}", "date: 2020-01-01}}"),
                fault("unknown-reference", "members: [^CoW]", "members: [UN]"),
                fault("votes-impossible", "decides: ^3 of 5", "decides: 3 of 4"),
                fault("votes-impossible", "decides: ^5 of 4", "decides: 3 of 4"),
                fault("not-seated", "decides: ^FR", "decides: 3 of 4"),
                fault("not-seated", "{seats: [UA, UN], decides: ^each party", "{seats: [UA, RU], decides: each party"),
                fault(
                        "not-seated",
                        "{lead: FR, seats: [2 UA, RU, UN], decides: 3 of 4, quorum: all, within: 72 h, else: ^lead decides",
                        "{lead: UN, seats: [2 UA, RU, UN], decides: 3 of 4, quorum: all, within: 72 h, else: lead decides"),
                fault("name-used-twice", "seats: [UA, ^UA, RU]", "seats: [UA, RU]"),
                fault("bad-quantity", "[^two UA, RU, 3 UN]", "[2 UA, RU, UN]"),
                fault("bad-duration", "within: ^72h", "within: 72 h"),
                fault("unknown-word", "else: ^shrug", "else: lead decides"),
                fault("unknown-reference", "else: ^refer to nobody", "else: refer to panel"),
                fault("unknown-power", "may: ^watch", "may: observe"),
                fault("unknown-reference", "mandate: ^8", "mandate: 5"),
                fault("bad-quantity", "size: ^200 furlongs", "size: 200 persons"),
                fault("bad-distance", "covers: ^LoC km 2 to 1", "covers: LoC km 1 to 2"),
                fault("bad-distance", "reach: ^10 furlongs", "reach: 10 km"),
                fault("bad-time", "D: {date: ^soon,", "D: {date: 2020-01-01,"),
                fault("no-power", "set-by: ^court", "set-by: panel"),
                fault("unknown-reference", "once: ^sealed", "once: signed"),
                fault("unknown-reference", "X: {date: ^Z+5}", "X: {date: D+5}"),
                fault(
                        "readings-differ",
                        "{UA: {date: X+1}, ^RU: {date: X, once: signed}}",
                        "{UA: {date: X+1}, RU: {date: 2 days after D}}"),
                fault(
                        "reading-beside-text",
                        "Y: {date: D, readings: {UA: {date: X+1}, RU: {^date: 2 days after D}}}",
                        "Y: {readings: {UA: {date: X+1}, RU: {date: 2 days after D}}}"),
                fault(
                        "unknown-reference",
                        "readings: {^FI: {date: X+1}, RU: {date",
                        "readings: {UA: {date: X+1}, RU: {date"),
                fault(
                        "unknown-key",
                        "{UA: {date: X+1, ^source: paper}}",
                        "{UA: {date: X+1}, RU: {date: 2 days after D}}"),
                fault("empty-value", "readings: ^{}}", "readings: {UA: {date: X+1}, RU: {date: 2 days after D}}}"),
                fault("bad-map", "map: ^../loc.geojson", "map: loc.geojson"),
                fault("bad-map", "map: ^loc.json", "map: loc.geojson"),
                fault("bad-distance", "accuracy: ^250m", "accuracy: 250 m"),
                fault("same-side", "right: ^UA", "right: RU"),
                fault("no-power", "changed-by: ^court", "changed-by: panel"),
                fault(
                        "bad-hash",
                        "sha256: ^00}",
                        "sha256: 0000000000000000000000000000000000000000000000000000000000000000}"),
                fault("bad-position", "at: ^30.75 E 46.50 N", "at: 46.50 N 30.75 E"),
                fault("bad-position", "at: ^91 N 30.75 E", "at: 46.50 N 30.75 E"),
                fault("zone-form", "^land: {is: nothing}", "land: {unit: [iso UA-14, pcode UA23]}"),
                fault("zone-form", "unit: [^iso ua, pcode UA23]", "unit: [iso UA-14, pcode UA23]"),
                fault("zone-form", "ring: {within: 2 km, ^width: 2 km, of: town}", "ring: {within: 2 km, of: town}"),
                fault("zone-form", "^ring: {within: 2 km}", "ring: {within: 2 km, of: town}"),
                fault("zone-form", "{map: drawn.geojson, ^of: LoC}", "{map: drawn.geojson}"),
                fault("zone-form", "of: town, sides: ^UA}", "of: town}"),
                fault("zone-form", "^own: {side: each party, of: memo}", "own: {side: each party, of: LoC}"),
                fault("bad-distance", "within: ^0 km, of: town", "within: 2 km, of: town"),
                fault("not-every-party", "of: ^{UA: LoC}", "of: {UA: LoC, RU: memo}"),
                fault("unknown-reference", "of: ^city", "of: town"),
                fault("bad-height", "height: ^0 to 300 m", "height: 0 to 300 m above ground"),
                fault("unknown-kind", "kinds: [guns, ^mortar]", "kinds: [guns, mortars]"),
                fault("bad-calibre", "calibre: ^100mm", "calibre: at least 100 mm"),
                fault("unknown-reference", "list: ^22", "list: 2"),
                fault("name-is-a-kind", "classes:\n  ^tanks: {kinds: tanks}", "classes:"),
                fault("name-is-reserved", "classes:\n  ^withdraw: {kinds: tanks}", "classes:"),
                fault("name-is-reserved", "classes:\n  ^D-5: {kinds: tanks}", "classes:"),
                fault("name-used-twice", "facts:\n  ^ring: {attested-by: panel}", "facts:"),
                fault("no-power", "signed: {attested-by: ^court}", "signed: {attested-by: panel}"),
                fault("missing-key", "^signed: {is: done}", "signed: {attested-by: panel}"),
                fault("no-power", "verification: {by: ^court,", "verification: {by: panel,"),
                fault("bad-quantity", "sources: ^0,", "sources: 2,"),
                fault("unknown-word", "[uav, ^rumour]", "[uav, patrol]"),
                fault("unknown-key", "clocks: {^registers: 15 min}", "clocks: {register: 15 min}"),
                fault("bad-duration", "{register: ^15min}", "{register: 15 min}"),
                fault("unknown-verb", "bad: {verb: ^shoot", "bad: {verb: fire"),
                fault("bad-duration", "repeated: ^3 in a week", "repeated: 3 in 7 days"),
                fault("bad-duration", "lasting: ^30 min", "lasting: over 30 min"),
                fault("unknown-word", "level: ^awful", "level: grave"),
                fault("missing-key", "^otherwise: {is: rest}", "otherwise: {level: minor}"),
                fault("severity-otherwise", "^otherwise: {verb: fire, level: minor}", "otherwise: {level: minor}"),
                fault(
                        "no-text",
                        "^1: {who: each party, must-not: fire,",
                        "1: {text: {en: \"Nobody fires.\"}, who: each party, must-not: fire,"),
                fault("unknown-language", "{^fr: \"Nobody fires.\"}", "{en: \"Nobody fires.\"}"),
                fault("unknown-key", "1: {^texts: {en: \"x\"}, text:", "1: {text:"),
                fault("name-used-twice", "  ^1: {text: {en: \"x\"}}\n  2: {text", "  2: {text"),
                fault("duplicate-key", "who: each party, ^who: UA, must: withdraw", "who: each party, must: withdraw"),
                fault(
                        "missing-key",
                        "^2: {text: {en: \"Guns go.\"}, must:",
                        "2: {text: {en: \"Guns go.\"}, who: each party, must:"),
                fault("unknown-reference", "what: ^bigg, out-of", "what: big, out-of"),
                fault("unknown-reference", "what: ^land, out-of", "what: big, out-of"),
                fault("unknown-verb", "must: ^retreat, what: big", "must: withdraw, what: big"),
                fault("wrong-modal", "may: ^withdraw, what: big", "must: withdraw, what: big"),
                fault(
                        "wrong-modal",
                        "must-not: [fire, ^meet]}\n  2:",
                        "must-not: fire, where: ring, unless: {any-of: [fire by the other party within 10 min and 20 km, signed by UA, notice to panel within 24 h]}}\n  2:"),
                fault("one-modal", "must: withdraw, ^may: withdraw, what: big", "must: withdraw, what: big"),
                fault(
                        "one-modal",
                        "{text: {en: \"Guns go.\"}, ^who: each party, twin: 3}",
                        "{text: {en: \"Guns go.\"}, who: each party, must: withdraw, what: big, out-of: band, begin-by: D+2, by: D+14, twin: 3}"),
                fault(
                        "missing-key",
                        "^2: {text: {en: \"Guns go.\"}, who: each party, must: withdraw, what: big, begin-by",
                        "2: {text: {en: \"Guns go.\"}, who: each party, must: withdraw, what: big, out-of: band, begin-by"),
                fault("key-not-taken", "out-of: band, ^into: land,", "out-of: band,"),
                fault("bad-time", "by: ^24h after D, twin: 3", "by: D+14, twin: 3"),
                fault("bad-time", "by: ^D + 14, twin: 3", "by: D+14, twin: 3"),
                fault("bad-time", "by: ^D+14 24:00, twin: 3", "by: D+14, twin: 3"),
                fault("bad-time", "by: ^12:00, twin: 3", "by: D+14, twin: 3"),
                fault("unknown-reference", "by: ^24 h after Z, twin: 3", "by: D+14, twin: 3"),
                fault("unknown-reference", "by: ^24 h after 2 breached by FI, twin: 3", "by: D+14, twin: 3"),
                fault(
                        "twin",
                        "D+14}\n  3: {text: {en: \"Guns stay.\"}, who: UA, may: keep, what: big, where: land, at-most: 100 persons, twin: ^2}",
                        "D+14, twin: 3}\n  3: {text: {en: \"Guns stay.\"}, who: UA, may: keep, what: big, where: land, at-most: 100 persons, twin: 2}"),
                fault("bad-quantity", "at-most: ^10 percent", "at-most: 100 persons"),
                fault(
                        "relative-zone",
                        "who: guard, may: keep, what: soldiers, where: ^air",
                        "who: guard, may: keep, what: soldiers, where: land"),
                fault(
                        "missing-key",
                        "^4: {text: {en: \"A promise.\"}, void-if: 4.2 breached, protects: UA, given-by: UN}\n  4.1: {who: UN, must: decide, by: 24 h after 4}",
                        "4: {text: {en: \"A promise.\"}, triggered-by: signed by RU, void-if: 4.2 breached, protects: UA, given-by: UN}\n  4.1: {who: UN, must: decide, by: 24 h after 4}"),
                fault("one-kind", "^triggered-by: signed by RU, who: UA, must: meet", "triggered-by: signed by RU"),
                fault("bad-condition", "if: ^when it suits", "if: no findings for 60 days"),
                fault("bad-condition", "if: ^{all-of: [signed], not: peace}", "if: no findings for 60 days"),
                fault("unknown-key", "if: {^some-of: [signed]}", "if: no findings for 60 days"),
                fault("bad-condition", "if: ^no findings for 60days", "if: no findings for 60 days"),
                fault("bad-condition", "if: ^5 triggered", "if: no findings for 60 days"),
                fault("bad-condition", "if: ^allowed by 4", "if: allowed by 5"),
                fault("no-power", "if: ^authorised by court", "if: allowed by 5"),
                fault("unknown-reference", "if: ^sign by UA", "if: allowed by 5"),
                fault("bad-duration", "every: ^week", "every: day"),
                fault("unknown-word", "balance: ^weight", "balance: area"),
                fault("bad-quantity", "tolerance: ^ten", "tolerance: 10 %"),
                fault("unknown-word", "order: ^later", "order: together"),
                fault("unknown-reference", "order: ^FR first", "order: UA first"),
                fault(
                        "not-every-party",
                        "^6: {text: {en: \"In step.\"}, steps: {balance: area, tolerance: 10 %, verify-within: 3 days}, readings: {UA: {order: together}, RU: {order: UA first}}}\n",
                        "6: {text: {en: \"In step.\"}, steps: {balance: area, tolerance: 10 %, verify-within: 3 days}, readings: {UA: {order: together}, RU: {order: UA first}}}\n  6.a: {who: UA, must: leave, where: drawn, by: X, step: 1}\n"),
                fault("step", "twin: 3, step: ^1}", "twin: 3}"),
                fault("unknown-key", "from: after 2, assumed: [^unless]}", "from: after 2}"),
                fault("bad-quantity", "points: ^many, date", "points: 3, date"),
                fault("no-such-point", "titles: {^8: silence}", "titles: {1: silence}"),
                fault("no-such-point", "{1: [1, ^4], 2: []}", "{1: [1, 2], 2: []}"),
                fault("no-such-point", "[1 to 3, ^9]", "[1 to 3, 5]"),
                fault("positions-overlap", "^{who: UA, points: 3, say: amend", "{who: UA, points: 4, say: amend"),
                fault("unknown-word", "say: ^perhaps", "say: amend"),
                fault("bad-speaker", "who: ^Jane Roe,", "who: Jane Roe (UN),"),
                fault("bad-speaker", "who: ^Jane Roe (FI),", "who: Jane Roe (UN),"),
                fault("unknown-word", "kind: ^rumour", "kind: claim"),
                fault("bad-time", "date: ^after 2020-01-01, kind", "date: before 2020-01-01, kind"),
                fault("no-such-point", "touches: [1, ^P1/8]", "touches: [1, P1/2]"),
                fault("bad-quantity", "share: ^20 persons", "share: about 20 %"),
                fault("bad-quantity", "share: ^120 %", "share: about 20 %"),
                fault(
                        "signed-after-unsigned",
                        "claims:\n  c1: {where: land, held-by: RU, share: about 20 %, date: 2020-01-01}\n^is: late",
                        "claims:\n  c1: {where: land, held-by: RU, share: about 20 %, date: 2020-01-01}"),
                fault("unknown-key", "^zone: {}\nzones:", "zones:"),
                fault("wrong-shape", "clocks: ^[register]", "clocks: {register: 15 min}"),
                fault("wrong-shape", "land: ^everything", "land: {unit: [iso UA-14, pcode UA23]}"),
                fault("wrong-shape", "status: ^[agreed]", "status: agreed"),
                fault("empty-value", "systems: ^[]", "systems: [Grad]"),
                fault("empty-value", "gist: ^\"\"", "gist: shorter"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("faults")
    void one_wrong_word_is_one_fault_at_its_place(String code, String instead, String was) {
        assertThat(SOUND).as("the words to replace stand once").containsOnlyOnce(was);
        String marked = SOUND.replace(was, instead);
        String before = marked.substring(0, marked.indexOf('^'));
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        int column = before.length() - before.lastIndexOf('\n');
        List<Fault> faults = faults(marked.replace("^", ""));
        assertThat(faults)
                .extracting(fault -> fault.line() + ":" + fault.column() + " " + fault.code())
                .as("%s", faults)
                .containsExactly(line + ":" + column + " " + code);
        assertThat(faults.getFirst().message()).endsWith(".").hasSizeGreaterThan(20);
    }

    private static List<Fault> faults(String yaml) {
        return AgreementReader.read(yaml.getBytes(StandardCharsets.UTF_8))
                .compilation()
                .faults();
    }

    @Test
    void the_file_without_a_change_is_sound() {
        assertThat(faults(SOUND)).isEmpty();
    }

    @Test
    void all_faults_of_a_file_are_told_at_once() {
        String yaml = SOUND.replace("status: agreed", "status: signed")
                .replace("time-zone: Europe/Kyiv", "time-zone: Kyiv")
                .replace("share: about 20 %", "share: 10 percent");
        assertThat(faults(yaml))
                .extracting(Fault::code)
                .containsExactly("unknown-word", "unknown-time-zone", "bad-quantity");
    }

    @Test
    void zones_and_days_that_stand_on_themselves_are_a_cycle_at_each_of_them() {
        String zones = SOUND.replace("ring: {within: 2 km, of: town}", "ring: {within: 2 km, of: air}");
        assertThat(faults(zones)).extracting(Fault::code).containsOnly("cycle").hasSize(2);
        String days = SOUND.replace("D: {date: 2020-01-01,", "D: {date: X+1,");
        assertThat(faults(days)).extracting(Fault::code).containsOnly("cycle").hasSize(2);
    }

    @Test
    void one_party_alone_is_no_agreement() {
        String yaml = SOUND.replace("parties: {UA: Ukraine, RU: Russian Federation}", "parties: {UA: Ukraine}");
        assertThat(faults(yaml)).extracting(Fault::code).contains("parties", "not-two-parties");
    }

    @Test
    void a_file_without_any_source_lacks_one_at_every_element() {
        String yaml = SOUND.replace("source: paper\n", "");
        assertThat(faults(yaml))
                .extracting(Fault::code)
                .containsOnly("no-source")
                .hasSizeGreaterThan(30);
        assertThat(faults(yaml.replace("basis: reported", "basis: assumed"))).isEmpty();
    }

    @Test
    void severity_without_a_last_row_is_a_fault() {
        assertThat(faults(SOUND.replace("  otherwise: {level: minor}\n", "")))
                .extracting(Fault::code)
                .containsExactly("severity-otherwise");
    }
}
