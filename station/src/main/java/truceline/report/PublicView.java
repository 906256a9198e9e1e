package truceline.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Moment;
import truceline.agreement.phrase.TimePhrase;
import truceline.compliance.Case;
import truceline.compliance.Certainty;
import truceline.compliance.Norm;
import truceline.incident.Facts;
import truceline.mission.AdoptedAgreement;
import truceline.mission.Lookup;
import truceline.mission.Picture;

/// What the page for the public tells: the last seven days of the agreement's zone up to the latest receipt. A pure
/// function of the picture.
///
/// @param period those days, as one
/// @param beginsMs when the first prohibition that is evaluated begins, {@link Long#MAX_VALUE} where none does
/// @param waitsFor days of the agreement that nobody has set yet
/// @param verified events that two posts verified and that stand against a provision
/// @param open events that stand against a provision and are not decided
/// @param gravest the gravest verified event of the period, else of all time, or null where none is verified
/// @param isGravestOfPeriod false where the gravest event lies before the period
record PublicView(
        Picture picture,
        Frame frame,
        Period period,
        long beginsMs,
        List<String> waitsFor,
        long verified,
        long open,
        Hurt hurt,
        FloorReport floor,
        @Nullable Spot gravest,
        boolean isGravestOfPeriod) {
    private static final int DAYS = 7;

    /// People hurt.
    ///
    /// @param dead and
    /// @param injured as followed up or corroborated, at least
    /// @param reported people of whom it is only reported
    record Hurt(long dead, long injured, long reported) {}

    PublicView {
        waitsFor = List.copyOf(waitsFor);
    }

    static PublicView of(Picture picture) {
        Frame frame = Frame.of(picture.agreement());
        Lookup lookup = Lookup.of(picture);
        Register register = new Register(picture, lookup.incidents(), lookup.cases());
        Period period = period(picture, frame);
        FloorReport floor = new FloorCount(picture, frame, register, period).report();
        List<FloorReport.Harm> harm = FloorCount.harm(picture, register);
        long verified = 0;
        long open = 0;
        List<Facts> verifiedEver = new ArrayList<>();
        for (int incident = 0; incident < register.size(); incident++) {
            if (!isBreach(register.cases(incident))) {
                continue;
            }
            Facts facts = register.facts(incident);
            Decision decision = register.decision(facts);
            boolean isVerified = decision.file().isVerified();
            if (isVerified) {
                verifiedEver.add(facts);
            }
            if (period.contains(facts.fromMs())) {
                verified += isVerified ? 1 : 0;
                open += decision.file().outcome() == null ? 1 : 0;
            }
        }
        Facts gravest = gravest(verifiedEver, register, harm, period);
        return new PublicView(
                picture,
                frame,
                period,
                frame.norms().evaluated().stream().mapToLong(Norm::fromMs).min().orElse(Long.MAX_VALUE),
                waitsFor(picture),
                verified,
                open,
                hurt(floor.harm()),
                floor,
                gravest == null ? null : Spot.of(lookup, frame, register, gravest.incident()),
                gravest != null && period.contains(gravest.fromMs()));
    }

    private static Period period(Picture picture, Frame frame) {
        LocalDate last = Words.date(picture.receivedMs(), frame.zone());
        Period end = Period.of(last, frame.zone());
        return new Period(last, frame.zone(), end.plusDays(1 - DAYS).fromMs(), end.toMs());
    }

    private static boolean isBreach(List<Case> cases) {
        return cases.stream().anyMatch(each -> each.certainty() == Certainty.YES);
    }

    private static Hurt hurt(List<FloorReport.Harm> harm) {
        long dead = 0;
        long injured = 0;
        long reported = 0;
        for (FloorReport.Harm each : harm) {
            if (each.status().equals("reported")) {
                reported += each.dead() + each.injured();
            } else {
                dead += each.dead();
                injured += each.injured();
            }
        }
        return new Hurt(dead, injured, reported);
    }

    /// Most people dead, then injured, then most events, then the latest; of the period where it has any.
    private static @Nullable Facts gravest(
            List<Facts> verified, Register register, List<FloorReport.Harm> harm, Period period) {
        List<Facts> ofPeriod = verified.stream()
                .filter(facts -> period.contains(facts.fromMs()))
                .toList();
        return (ofPeriod.isEmpty() ? verified : ofPeriod)
                .stream()
                        .max(Comparator.comparingLong((Facts facts) -> dead(facts, register, harm))
                                .thenComparingLong(facts -> injured(facts, register, harm))
                                .thenComparingInt(facts -> facts.count().atLeast())
                                .thenComparingLong(Facts::fromMs))
                        .orElse(null);
    }

    private static long dead(Facts facts, Register register, List<FloorReport.Harm> harm) {
        return harm.stream()
                .filter(each -> register.id(facts.incident()).equals(each.incident()))
                .mapToLong(FloorReport.Harm::dead)
                .sum();
    }

    private static long injured(Facts facts, Register register, List<FloorReport.Harm> harm) {
        return harm.stream()
                .filter(each -> register.id(facts.incident()).equals(each.incident()))
                .mapToLong(FloorReport.Harm::injured)
                .sum();
    }

    /// The day from which the agreement runs, where it is not set; other open days, such as a last one, hold nothing
    /// up.
    private static List<String> waitsFor(Picture picture) {
        AdoptedAgreement agreement = picture.agreement();
        TimePhrase from =
                agreement == null ? null : agreement.agreement().identity().runsFrom();
        if (agreement == null || from == null) {
            return List.of();
        }
        boolean isPending = agreement.days(picture.docket()).resolve(from) instanceof Moment.Pending;
        return isPending ? List.of(from instanceof TimePhrase.DayCount count ? count.day() : from.text()) : List.of();
    }

    /// True where the prohibitions had begun by the latest receipt.
    boolean hasBegun() {
        return beginsMs <= picture.receivedMs();
    }

    /// First local day of the period.
    LocalDate firstDay() {
        return Words.date(period.fromMs(), period.zone());
    }
}
