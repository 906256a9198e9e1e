package truceline.compliance;

import java.util.List;
import truceline.observation.Kind;
import truceline.observation.Weapon;

/// What moved or was met, in the agreement's words. What a craft or an observer says is seldom closer than the general
/// word: a vessel may be a warship, and a norm on warships is then indeterminate.
final class Movers {
    private static final List<String> ON_FOOT_OR_WHEELS = List.of(
            "units",
            "soldiers",
            "fighters",
            "vehicles",
            "weapons",
            "small-arms",
            "guns",
            "howitzers",
            "mortars",
            "mlrs",
            "missiles",
            "tanks",
            "ifvs",
            "apcs",
            "anti-tank-weapons",
            "air-defence");

    private Movers() {}

    /// Whether what was observed is of any of the classes.
    static Certainty holds(List<WeaponClass> classes, Kind kind, Weapon weapon, int calibreTenthMm) {
        Certainty best = Certainty.NO;
        for (WeaponClass each : classes) {
            best = best.or(holds(each, kind));
            if (kind == Kind.ARMED_PRESENCE && weapon != Weapon.NOT_KNOWN) {
                best = best.or(each.holds(weapon, calibreTenthMm));
            }
        }
        return best;
    }

    private static Certainty holds(WeaponClass named, Kind kind) {
        List<String> kinds = named.kinds();
        if (kinds.isEmpty()) {
            return Certainty.YES;
        }
        return switch (kind) {
            case AIRCRAFT -> any(kinds, List.of("aircraft"), List.of("aeroplanes", "helicopters", "uavs"));
            case UAV_FLIGHT -> any(kinds, List.of("uavs", "aircraft"), List.of());
            case VESSEL -> any(kinds, List.of("vessels"), List.of("warships", "merchant-ships"));
            case ARMED_PRESENCE ->
                kinds.contains("soldiers") && kinds.contains("fighters")
                        ? Certainty.YES
                        : any(kinds, List.of("persons"), ON_FOOT_OR_WHEELS);
            default -> Certainty.NO;
        };
    }

    private static Certainty any(List<String> kinds, List<String> surely, List<String> perhaps) {
        if (surely.stream().anyMatch(kinds::contains)) {
            return Certainty.YES;
        }
        return perhaps.stream().anyMatch(kinds::contains) ? Certainty.INDETERMINATE : Certainty.NO;
    }
}
