package truceline.agreement;

import java.util.Objects;
import truceline.agreement.compile.AgreementCompiler;
import truceline.agreement.compile.Compilation;

/// A small sound agreement for tests, with the days and provisions that a test needs.
final class Small {
    private Small() {}

    static Agreement with(String days, String provisions) {
        return with("Europe/Kyiv", days, provisions);
    }

    static Agreement with(String zone, String days, String provisions) {
        Compilation compilation = AgreementCompiler.compile(Tree.of(
                "{agreement: 1, id: small, title: {en: Small}, status: agreed, version: 1.0.0, languages: {authentic:"
                        + " [en]}, time-zone: " + zone
                        + ", basis: assumed, sources: {}, parties: {UA: Ukraine, RU: Russia},"
                        + " bodies: {panel: {may: [attest, set-day, authorise]}}, facts: {vote: {attested-by: panel}},"
                        + " lines: {LoC: {map: open, left: UA, right: RU}}, zones: {belt: {within: 2 km, of: LoC}},"
                        + " days: {" + days + "}, provisions: {1: {text: {en: Peace.}}, " + provisions + "}}"));
        if (compilation.agreement() == null) {
            throw new IllegalArgumentException(compilation.faults().toString());
        }
        return Objects.requireNonNull(compilation.agreement());
    }
}
