package truceline.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import truceline.agreement.compile.AgreementCompiler;
import truceline.agreement.compile.Compilation;
import truceline.agreement.phrase.Basis;

class PositionsTest {
    private static Agreement with(String proposals) {
        Compilation compilation = AgreementCompiler.compile(Tree.of(
                "{agreement: 1, id: small, title: {en: Small}, status: draft, version: 1.0.0, languages: {authentic:"
                        + " [en]}, time-zone: Europe/Kyiv, basis: assumed, sources: {s: {at: here, date: 2026-01-01}},"
                        + " parties: {AA: Aland, BB: Beland}, others: {GG: Guarantor, HH: Host}, bodies: {},"
                        + " days: {}, provisions: {1: {text: {en: Peace.}}}, proposals: {" + proposals + "}}"));
        if (compilation.agreement() == null) {
            throw new IllegalArgumentException(compilation.faults().toString());
        }
        return Objects.requireNonNull(compilation.agreement());
    }

    private static Positions positions(String rows) {
        Agreement agreement = with("V: {points: 3, date: 2026-01-01, by: [AA, GG], source: s, basis: reported,"
                + " positions: [" + rows + "]}");
        return Positions.of(agreement, Positions.findLeading(agreement).orElseThrow());
    }

    private static Positions.Agreed figure(Positions positions, String... among) {
        return positions.agreed().stream()
                .filter(figure -> figure.among().equals(List.of(among)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_latest_answer_of_each_decides() {
        Positions positions = positions("{who: [AA, BB], points: 1 to 3, say: accept, date: 2026-01-01},"
                + " {who: BB, points: 2, say: reject, date: 2026-02-01}");
        assertThat(figure(positions, "AA", "BB").points()).containsExactly(1, 3);
        assertThat(figure(positions, "AA", "BB").percentTenths()).isEqualTo(667);
        assertThat(figure(positions, "AA", "BB").basis()).isEqualTo(Basis.REPORTED);
    }

    @Test
    void only_accept_is_agreement_and_no_row_is_unknown() {
        Positions positions = positions("{who: AA, points: 1 to 3, say: accept, date: 2026-01-01},"
                + " {who: BB, points: 1, say: accept-with-change, date: 2026-01-01},"
                + " {who: BB, points: 2, say: no-answer, date: 2026-01-01}");
        Positions.Agreed figure = figure(positions, "AA", "BB");
        assertThat(figure.points()).isEmpty();
        assertThat(figure.percentTenths()).isZero();
        assertThat(figure.unknown()).containsExactly(3);
        assertThat(positions.cells().getLast()).isEqualTo(new Positions.Cell(3, "BB", null));
    }

    @Test
    void the_weakest_basis_stands_and_signed_needs_signed_words_of_all() {
        Positions positions = positions("{who: AA, points: 1 to 2, say: accept, date: 2026-01-01, basis: text},"
                + " {who: BB, points: 1, say: accept, date: 2026-01-01, basis: text},"
                + " {who: BB, points: 2, say: accept, date: 2026-01-01, basis: official}");
        Positions.Agreed figure = figure(positions, "AA", "BB");
        assertThat(figure.points()).containsExactly(1, 2);
        assertThat(figure.signed()).containsExactly(1);
        assertThat(figure.basis()).isEqualTo(Basis.OFFICIAL);
    }

    @Test
    void each_pair_all_parties_the_authors_and_everybody_have_a_figure() {
        Positions positions = positions("{who: [GG, AA, HH], points: 1, say: accept, date: 2026-01-01}");
        assertThat(positions.agreed())
                .extracting(Positions.Agreed::among)
                .containsExactly(
                        List.of("GG", "AA"),
                        List.of("GG", "HH"),
                        List.of("AA", "HH"),
                        List.of("AA", "BB"),
                        List.of("GG", "AA", "HH"));
        assertThat(figure(positions, "AA", "BB").unknown()).containsExactly(1, 2, 3);
        assertThat(figure(positions, "GG", "AA", "HH").percentTenths()).isEqualTo(333);
        assertThat(positions("{who: AA, points: 1, say: accept, date: 2026-01-01}")
                        .agreed())
                .extracting(Positions.Agreed::among)
                .containsExactly(List.of("AA", "BB"), List.of("AA", "GG"));
    }

    @Test
    void a_map_says_what_was_kept_moved_merged_split_is_new_vanished_and_is_not_known() {
        Agreement agreement = with("Old: {points: 6, source: s}, New: {points: 6, source: s, follows: Old,"
                + " from-points: {1: 1, 2: 3, 3: [4, 5], 4: 5, 5: []}, assumed: [from-points]}");
        Proposal proposal = Positions.findLeading(agreement).orElseThrow();
        PointMap map = PointMap.find(agreement, proposal).orElseThrow();
        assertThat(proposal.name()).isEqualTo("New");
        assertThat(map.rows().stream().map(PointMap.Row::changes))
                .containsExactly(
                        List.of(PointMap.Change.KEPT),
                        List.of(PointMap.Change.MOVED),
                        List.of(PointMap.Change.MERGED, PointMap.Change.SPLIT),
                        List.of(PointMap.Change.SPLIT),
                        List.of(PointMap.Change.NEW),
                        List.of(PointMap.Change.UNKNOWN));
        assertThat(map.splits()).containsOnlyKeys(5).containsEntry(5, List.of(3, 4));
        assertThat(map.vanished()).containsExactly(2, 6);
        assertThat(map.isComplete()).isFalse();
        assertThat(map.basis()).isEqualTo(Basis.ASSUMED);
        assertThat(PointMap.find(agreement, agreement.proposals().firstEntry().getValue()))
                .isEmpty();
    }
}
