package truceline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import truceline.agreement.Agreement;
import truceline.agreement.Days;
import truceline.agreement.Moment;
import truceline.agreement.Node;
import truceline.agreement.NodeText;
import truceline.agreement.Note;
import truceline.agreement.Sentence;
import truceline.agreement.ZoneForm;
import truceline.agreement.compile.AgreementCompiler;
import truceline.agreement.compile.Compilation;
import truceline.agreement.phrase.Leaf;
import truceline.agreement.phrase.Reference;
import truceline.agreement.phrase.Sort;
import truceline.json.JsonValue;

class AgreementReaderTest {
    static List<Path> files() {
        return AgreementFiles.all();
    }

    private static Agreement agreement(String name) {
        byte[] bytes = AgreementFiles.bytes(Path.of(System.getProperty("truceline.root"), "agreements", name));
        return Objects.requireNonNull(AgreementReader.read(bytes).compilation().agreement());
    }

    private static Moment by(Agreement agreement, String id) {
        return Days.of(agreement, null)
                .resolve(Objects.requireNonNull(
                        agreement.getProvision(id).norm(null).timing().by()));
    }

    private static long end(Moment moment) {
        return ((Moment.Known) moment).endMillis();
    }

    private static long millis(String time) {
        return java.time.ZonedDateTime.parse(time).toInstant().toEpochMilli();
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_agreement_of_the_project_is_sound(Path file) {
        Compilation compilation =
                AgreementReader.read(AgreementFiles.bytes(file)).compilation();
        assertThat(compilation.faults()).isEmpty();
        assertThat(compilation.agreement()).isNotNull();
        assertThat(compilation.notes()).extracting(Note::code).contains("basis-counts");
    }

    @ParameterizedTest
    @MethodSource("files")
    void the_form_of_the_record_gives_the_same_agreement(Path file) {
        AgreementReader.Reading reading = AgreementReader.read(AgreementFiles.bytes(file));
        byte[] json = NodeText.toJson(Objects.requireNonNull(reading.root())).toBytes();
        Node again = NodeText.fromJson(JsonValue.parse(json));
        assertThat(NodeText.toJson(again).toBytes()).isEqualTo(json);
        Compilation compilation = AgreementCompiler.compile(again);
        Agreement first = Objects.requireNonNull(reading.compilation().agreement());
        Agreement second = Objects.requireNonNull(compilation.agreement());
        assertThat(second).isEqualTo(first);
        assertThat(second.provisions().keySet())
                .containsExactlyElementsOf(first.provisions().keySet());
        assertThat(second.partyCodes()).isEqualTo(first.partyCodes());
    }

    @Test
    void time_phrases_and_conditions_print_as_they_are_written() {
        List<String> different = new ArrayList<>();
        int phrases = 0;
        for (Path file : files()) {
            AgreementReader.Reading reading = AgreementReader.read(AgreementFiles.bytes(file));
            Node.Mapping root = (Node.Mapping) Objects.requireNonNull(reading.root());
            Agreement agreement = Objects.requireNonNull(reading.compilation().agreement());
            Node.Mapping provisions = (Node.Mapping) root.find("provisions").orElseThrow();
            for (Node.Entry entry : provisions.entries()) {
                var provision = agreement.provisions().get(entry.key().text());
                if (provision == null || !(entry.value() instanceof Node.Mapping keys)) {
                    continue;
                }
                var norm = provision.norm(null);
                phrases += keys.find("by").isPresent() ? 1 : 0;
                compare(
                        keys,
                        "by",
                        norm.timing().by() == null ? "" : norm.timing().by().text(),
                        different);
                compare(
                        keys,
                        "from",
                        norm.timing().from() == null ? "" : norm.timing().from().text(),
                        different);
                compare(keys, "if", norm.onlyIf() == null ? "" : norm.onlyIf().text(), different);
                compare(
                        keys,
                        "unless",
                        norm.unless() == null ? "" : norm.unless().text(),
                        different);
            }
        }
        assertThat(different).isEmpty();
        assertThat(phrases).isGreaterThan(65);
    }

    private static void compare(Node.Mapping keys, String key, String text, List<String> different) {
        if (keys.find(key).orElse(null) instanceof Node.Scalar written
                && !written.text().equals(text)) {
            different.add(written.text() + " became " + text);
        }
    }

    @Test
    void dayton_deadlines_are_those_of_the_handbook() {
        Agreement dayton = agreement("dayton-1a-1995.agreement.yaml");
        assertThat(end(by(dayton, "4.2.a"))).isEqualTo(millis("1996-01-20T00:00+01:00"));
        assertThat(end(by(dayton, "4.3.a"))).isEqualTo(millis("1996-02-04T00:00+01:00"));
        assertThat(end(by(dayton, "4.4"))).isEqualTo(millis("1996-04-19T00:00+02:00"));
        var until = dayton.getProvision("4.3.c").norm(null).timing().until();
        Moment moment = Days.of(dayton, null).resolve(Objects.requireNonNull(until));
        assertThat(end(moment)).isEqualTo(millis("1996-03-20T00:00+01:00"));
    }

    @Test
    void colombia_counts_from_two_days_until_somebody_settles_it() {
        Agreement colombia = agreement("colombia-ceasefire-2016.agreement.yaml");
        var by = Objects.requireNonNull(
                colombia.getProvision("B.4").norm(null).timing().by());
        assertThat(colombia.worlds()).containsExactly("FARC", "GOV");
        assertThat(end(Days.of(colombia, "GOV").resolve(by))).isEqualTo(millis("2016-12-07T00:00-05:00"));
        assertThat(end(Days.of(colombia, "FARC").resolve(by))).isEqualTo(millis("2016-12-18T00:00-05:00"));
        assertThat(Days.of(colombia, null).resolve(by)).isEqualTo(new Moment.Pending("D"));
    }

    @Test
    void korea_counts_hours_from_the_clock_time_and_months_by_the_calendar() {
        Agreement korea = agreement("korean-armistice-1953.agreement.yaml");
        long entry = millis("1953-07-27T22:00+09:00[Asia/Seoul]");
        assertThat(end(by(korea, "1"))).isEqualTo(entry + 72 * 3_600_000L);
        assertThat(end(by(korea, "60"))).isEqualTo(millis("1953-10-28T00:00+09:00[Asia/Seoul]"));
        assertThat(by(korea, "13.a")).isEqualTo(new Moment.Pending("1"));
    }

    @Test
    void minsk_has_a_line_for_each_side_and_half_the_width_on_each() {
        Agreement minsk = agreement("minsk-package-2015.agreement.yaml");
        ZoneForm form =
                Objects.requireNonNull(minsk.zones().get("guns-out")).form().in(null);
        ZoneForm.Width width = (ZoneForm.Width) form;
        assertThat(width.width().find())
                .hasValueSatisfying(found -> assertThat(found.millimetres()).isEqualTo(50_000_000L));
        assertThat(width.of().forParty("UA")).containsExactly(new Reference(Sort.LINE, "actual"));
        assertThat(width.of().forParty("CADLR")).containsExactly(new Reference(Sort.LINE, "memo"));
        assertThat(Objects.requireNonNull(minsk.zones().get("guns-out")).isRelative())
                .isTrue();
        assertThat(minsk.getProvision("1").norm("CADLR").where())
                .containsExactly(new Reference(Sort.ZONE, "areas-less-pocket"));
        assertThat(minsk.getProvision("1").norm(null).where()).containsExactly(Reference.OPEN);
    }

    @Test
    void paris_reads_aloud() {
        Agreement paris = agreement("paris-framework-20.agreement.yaml");
        assertThat(Sentence.of(paris.getProvision("14.1")))
                .isEqualTo("each party must withdraw heavy-guns out of guns-out, beginning by D+2, by D+14");
        assertThat(Sentence.of(paris.getProvision("2.1")))
                .isEqualTo("each party must not fire in theatre, unless fire by the other party within 10 min and 20 km"
                        + " and order-given and call-failed and notice to commission within 24 h");
        assertThat(Sentence.of(paris.getProvision("14.6"), "RU"))
                .isEqualTo("in steps UA first, equal in area, within 10 %, each verified within 3 days");
        assertThat(Sentence.of(paris.getProvision("5.a")))
                .isEqualTo("guarantee for UA by US and CoW, triggered by armed-attack by RU, void if 5.b triggered");
        assertThat(Sentence.of(paris.getProvision("2.5")))
                .isEqualTo("each party must not hinder, jam or fire at monitor");
        assertThat(Sentence.of(paris.getProvision("14.6.c"))).isEqualTo("RU must not enter box-UA, after 14.6.a");
    }

    @Test
    void paris_gives_what_the_evaluation_asks_for() {
        Agreement paris = agreement("paris-framework-20.agreement.yaml");
        assertThat(paris.partyCodes()).containsExactly("UA", "RU");
        assertThat(paris.children("14.6").stream().map(found -> found.id()))
                .containsExactly("14.6.a", "14.6.b", "14.6.c", "14.6.d");
        assertThat(paris.getProvision("14.6.a").inheritsText()).isTrue();
        assertThat(paris.getProvision("14.6.a").text())
                .isEqualTo(paris.getProvision("14").text());
        var guns = Objects.requireNonNull(paris.classes().get("heavy-guns"));
        assertThat(guns.calibre())
                .isInstanceOfSatisfying(
                        Leaf.Given.class,
                        found -> assertThat(((truceline.agreement.phrase.Calibre) found.value()).contains(1000))
                                .isTrue());
        assertThat(Objects.requireNonNull(paris.lines().get("LoC"))
                        .terms()
                        .common()
                        .accuracyMillimetres())
                .hasValue(250_000L);
        var proposal = Objects.requireNonNull(paris.proposals().get("P20"));
        assertThat(proposal.findPosition("UA", 12))
                .hasValueSatisfying(
                        found -> assertThat(found.gist()).isEqualTo("run by Ukraine and the US in equal parts"));
        assertThat(proposal.findPosition("FR", 12)).isEmpty();
    }

    @Test
    void notes_name_what_is_open_one_sided_unused_and_early() {
        byte[] bytes = AgreementFiles.bytes(
                Path.of(System.getProperty("truceline.root"), "agreements", "paris-framework-20.agreement.yaml"));
        assertThat(AgreementReader.read(bytes).compilation().notes())
                .extracting(note -> note.line() + ":" + note.column() + " " + note.code())
                .contains(
                        "62:35 open-value",
                        "135:3 one-sided",
                        "50:3 unused",
                        "144:3 clock-before-attribution",
                        "120:3 text-only",
                        "46:3 deciding-sets",
                        "9:12 text-missing")
                .doesNotContain("174:3 one-sided");
    }
}
