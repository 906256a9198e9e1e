package truceline.compliance;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.Days;
import truceline.agreement.Moment;
import truceline.agreement.NormKind;
import truceline.agreement.ObjectClass;
import truceline.agreement.Provision;
import truceline.agreement.phrase.Calibre;
import truceline.agreement.phrase.ClosedWords;
import truceline.agreement.phrase.Leaf;
import truceline.agreement.phrase.Modal;
import truceline.agreement.phrase.Reference;
import truceline.agreement.phrase.Sort;
import truceline.agreement.phrase.TimePhrase;
import truceline.agreement.phrase.Verb;
import truceline.geo.Geometry;

/// Turns an agreement and its maps into what is evaluated, under the common reading: prohibitions of fire, of laying
/// and building, of entering and leaving, with class, place and time. What it cannot evaluate it names, with the
/// reason.
public final class NormCompiler {
    private final Agreement agreement;
    private final ZoneCompiler zones;
    private final Days days;
    private final SortedMap<String, Settlement> settled;
    private final List<Norm> norms = new ArrayList<>();
    private final List<Norms.Silent> silent = new ArrayList<>();

    private NormCompiler(
            Agreement agreement, SortedMap<String, Geometry> maps, Days days, SortedMap<String, Settlement> settled) {
        this.agreement = agreement;
        this.zones = new ZoneCompiler(agreement, maps);
        this.days = days;
        this.settled = settled;
    }

    /// One reading that a body settled for a provision: it counts from that moment on, and not before.
    public record Settlement(String holder, long fromMs) {}

    /// What of an agreement is evaluated, and what not.
    ///
    /// @param maps by name of a line or zone: the geometry it uses; a name that is missing has no map yet
    public static Norms compile(Agreement agreement, SortedMap<String, Geometry> maps) {
        return compile(agreement, maps, Days.of(agreement, null), new TreeMap<>());
    }

    /// The same, where bodies have since set some days and settled some readings, by provision.
    public static Norms compile(
            Agreement agreement, SortedMap<String, Geometry> maps, Days days, SortedMap<String, Settlement> settled) {
        NormCompiler compiler = new NormCompiler(agreement, maps, days, settled);
        agreement.provisions().values().forEach(compiler::provision);
        compiler.sections();
        return new Norms(compiler.norms, compiler.silent);
    }

    /// Sections that nothing that is concluded rests on yet. The other ones without norms are not named: powers, votes,
    /// attestations and clocks rest on bodies, facts, verification and clocks; counts of points and shares on
    /// proposals, statements and claims.
    private void sections() {
        if (!agreement.forces().isEmpty()) {
            silent.add(new Norms.Silent("forces", "listed; what is there is not compared with it yet"));
        }
        if (!agreement.severity().isEmpty()) {
            silent.add(new Norms.Silent("severity", "how grave a breach is, which no case says here"));
        }
    }

    private void provision(Provision provision) {
        Settlement settlement = settled.get(provision.id());
        truceline.agreement.Norm norm = provision.norm(settlement == null ? null : settlement.holder());
        if (norm.kind() == NormKind.TEXT) {
            return;
        }
        String reason = outside(provision, norm, settlement != null);
        if (reason != null) {
            silent.add(new Norms.Silent(provision.id(), reason));
            return;
        }
        OptionalLong start = start(norm);
        if (start.isEmpty()) {
            silent.add(new Norms.Silent(provision.id(), "pending: its first moment is not set, so no clock runs"));
            return;
        }
        long from = settlement == null ? start.getAsLong() : Math.max(start.getAsLong(), settlement.fromMs());
        List<WeaponClass> what = weaponClasses(Doubts.things(norm));
        if (what.isEmpty()) {
            silent.add(new Norms.Silent(provision.id(), "its class is open, or is a handed-over list"));
            return;
        }
        ZoneCompiler.Result where = zones.compile(norm.where());
        where.gaps().forEach(gap -> silent.add(new Norms.Silent(provision.id(), gap)));
        Zone zone = where.zone();
        if (zone == null) {
            return;
        }
        if (norm.unless() != null) {
            silent.add(new Norms.Silent(
                    provision.id(), "its exception is not judged here; what is not shown excuses nobody"));
        }
        for (Verb verb : norm.verbs()) {
            if (verb == Verb.FIRE || verb == Verb.LAY || verb == Verb.BUILD) {
                norms.add(new Norm(provision.id(), word(verb), what, zone, from, end(norm)));
            } else if (verb == Verb.ENTER || verb == Verb.LEAVE) {
                norms.add(new Norm(
                        provision.id(),
                        word(verb),
                        what,
                        zone,
                        from,
                        end(norm),
                        norm.unless() == null ? "" : norm.unless().text(),
                        new Doubts(agreement, this::weaponClasses).of(norm)));
            } else {
                silent.add(new Norms.Silent(provision.id(), "'must not " + word(verb) + "' has no cases here"));
            }
        }
    }

    /// Why a provision is outside what is evaluated, or null.
    private static @Nullable String outside(Provision provision, truceline.agreement.Norm norm, boolean isSettled) {
        if (norm.kind() == NormKind.GUARANTEE) {
            return "a guarantee, which is no prohibition";
        }
        if (norm.kind() != NormKind.NORM) {
            return "a step, which is no prohibition";
        }
        if (norm.modal() != Modal.MUST_NOT) {
            return norm.modal() == Modal.MUST
                    ? "a duty to act, which is no prohibition"
                    : "a permission, which is no prohibition";
        }
        if (provision.norms().isDisputed() && !isSettled) {
            return "the readings differ on "
                    + String.join(", ", provision.norms().keys()) + "; only a common reading has cases here";
        }
        if (norm.onlyIf() != null) {
            return "its condition is not judged here";
        }
        if (!norm.whom().isEmpty()) {
            return "whom an act is done to is not judged here";
        }
        return null;
    }

    private OptionalLong start(truceline.agreement.Norm norm) {
        TimePhrase from = norm.timing().from();
        TimePhrase phrase = from != null ? from : agreement.identity().runsFrom();
        if (phrase == null) {
            return OptionalLong.of(Long.MIN_VALUE);
        }
        return days.resolve(phrase) instanceof Moment.Known(long startMs, long endMs)
                ? OptionalLong.of(startMs)
                : OptionalLong.empty();
    }

    private long end(truceline.agreement.Norm norm) {
        TimePhrase until = norm.timing().until();
        TimePhrase phrase = until != null ? until : agreement.identity().runsUntil();
        return phrase != null && days.resolve(phrase) instanceof Moment.Known(long startMs, long endMs)
                ? endMs
                : Long.MAX_VALUE;
    }

    /// The classes that `what` names, or none where one of them cannot be told yet.
    private List<WeaponClass> weaponClasses(List<Reference> what) {
        if (what.isEmpty()) {
            return List.of(WeaponClass.ANY);
        }
        List<WeaponClass> classes = new ArrayList<>();
        for (Reference reference : what) {
            if (reference.sort() == Sort.KIND) {
                classes.add(new WeaponClass(List.of(reference.name()), 0, Calibre.NO_END));
                continue;
            }
            ObjectClass declared = agreement.classes().get(reference.name());
            if (declared == null || declared.list() != null || declared.kinds().isOpen()) {
                return List.of();
            }
            List<String> kinds = declared.kinds().find().orElseThrow().stream()
                    .map(ClosedWords::word)
                    .toList();
            switch (declared.calibre()) {
                case null -> classes.add(new WeaponClass(kinds, 0, Calibre.NO_END));
                case Leaf.Given<Calibre>(Calibre given) ->
                    classes.add(new WeaponClass(kinds, given.fromTenthMillimetres(), given.belowTenthMillimetres()));
                case Leaf.Open<Calibre> open -> {
                    return List.of();
                }
            }
        }
        return classes;
    }

    private static String word(Verb verb) {
        return ClosedWords.word(verb);
    }
}
