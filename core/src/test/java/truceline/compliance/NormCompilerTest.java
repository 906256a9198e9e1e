package truceline.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import truceline.agreement.NodeText;
import truceline.agreement.compile.AgreementCompiler;
import truceline.agreement.compile.Compilation;
import truceline.json.JsonValue;
import truceline.observation.Kind;

class NormCompilerTest {
    private static final String AGREEMENT = """
            {"order":{},"tree":{"agreement":"1","basis":"text",
            "bodies":{"mac":{"decides":"each party","else":"no act","may":["authorise","set-day"],"seats":["UA","RU"]}},
            "classes":{"craft":{"kinds":["warships","aircraft","uavs"]}},
            "days":{"D":{"date":"2020-01-01","set-by":"mac"}},"id":"test",
            "languages":{"authentic":["en"],"prevails":"en"},
            "others":{"UN":"United Nations"},
            "parties":{"RU":"Russian Federation","UA":"Ukraine"},
            "places":{"town":{"at":"46.50 N 30.75 E"}},
            "provisions":{
            "1":{"from":"D","must-not":"enter","text":{"en":"A."},"unless":{"any-of":["authorised by mac","allowed by 2"]},
            "what":"aircraft","where":"air","who":"each party"},
            "2":{"may":"enter","text":{"en":"B."},"what":"helicopters","where":"air","who":"UN"},
            "3":{"must-not":"leave","text":{"en":"C."},"where":"ring","who":"merchant-ships"},
            "4":{"must-not":"enter","text":{"en":"D."},"where":"ring","who":"UA"},
            "5":{"must-not":"enter","text":{"en":"E."},"what":"craft","where":"open-air","who":"each party"},
            "6":{"must-not":"enter","text":{"en":"F."},"where":"ring","who":"each party"},
            "7":{"must-not":"stop","text":{"en":"G."},"where":"ring","who":"merchant-ships"},
            "8":{"must-not":"enter","text":{"en":"H."},"where":"ring","who":"anyone"}},
            "source":"paper","sources":{"paper":{"at":"a library","date":"2020-01-01"}},
            "status":"agreed","time-zone":"Europe/Kyiv","title":{"en":"A test"},"version":"1.0.0",
            "zones":{"air":{"above":"ring","height":"0 to 3000 m above sea"},
            "open-air":{"above":"ring","height":"open"},"ring":{"of":"town","within":"2 km"}}}}
            """.replace("\n", "");

    @Test
    void entering_and_leaving_are_evaluated_with_their_class_and_layer_of_air() {
        Norms norms = norms();
        assertThat(norms.evaluated())
                .extracting(norm -> norm.provision() + " " + norm.verb() + " "
                        + norm.what().getFirst().kinds() + " "
                        + norm.where().getClass().getSimpleName())
                .containsExactly(
                        "1 enter [aircraft] Volume",
                        "3 leave [merchant-ships] Near",
                        "4 enter [] Near",
                        "6 enter [] Near",
                        "8 enter [] Near");
    }

    @Test
    void a_permission_that_the_norm_names_is_a_doubt_only_about_what_it_permits() {
        Norm norm = norm("1");
        assertThat(norm.exception()).isEqualTo("authorised by mac or allowed by 2");
        assertThat(norm.doubts(Kind.AIRCRAFT, true))
                .extracting(Norm.Doubt::reason)
                .containsExactly("may be allowed by 2");
        assertThat(norm.doubts(Kind.VESSEL, true)).isEmpty();
    }

    @Test
    void where_only_parties_are_bound_whose_it_was_is_a_doubt() {
        assertThat(norm("4").doubts(Kind.ARMED_PRESENCE, false))
                .extracting(Norm.Doubt::reason)
                .containsExactly("only UA is bound, and whose it was is not known");
        assertThat(norm("6").doubts(Kind.VESSEL, false)).isEmpty();
        assertThat(norm("6").doubts(Kind.VESSEL, true))
                .extracting(Norm.Doubt::reason)
                .containsExactly("only the parties are bound, and whose craft it was is not known");
        assertThat(norm("8").doubts()).isEmpty();
        assertThat(norm("3").doubts()).isEmpty();
    }

    @Test
    void what_is_not_evaluated_is_named_with_its_reason() {
        assertThat(norms().notEvaluated())
                .extracting(silent -> silent.id() + ": " + silent.reason())
                .contains(
                        "2: a permission, which is no prohibition",
                        "5: zone open-air: its height is open",
                        "7: 'must not stop' has no cases here");
    }

    private static Norm norm(String provision) {
        return norms().evaluated().stream()
                .filter(norm -> norm.provision().equals(provision))
                .findFirst()
                .orElseThrow();
    }

    private static Norms norms() {
        Compilation compilation = AgreementCompiler.compile(
                NodeText.fromJson(JsonValue.parse(AGREEMENT.getBytes(StandardCharsets.UTF_8))));
        assertThat(compilation.faults()).isEqualTo(List.of());
        return NormCompiler.compile(Objects.requireNonNull(compilation.agreement()), new TreeMap<>());
    }
}
