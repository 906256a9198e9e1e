package truceline.compliance;

import java.util.List;
import truceline.observation.Weapon;

/// A class of an agreement, as far as an observed weapon can be of it.
///
/// @param kinds the agreement's words, such as {@code mortars}; empty means any
/// @param calibreFromTenthMm smallest calibre in tenths of a millimetre, 0 where none is named
/// @param calibreToTenthMm calibre from which the class ends, {@link Integer#MAX_VALUE} where none is named
public record WeaponClass(List<String> kinds, int calibreFromTenthMm, int calibreToTenthMm) {
    public static final WeaponClass ANY = new WeaponClass(List.of(), 0, Integer.MAX_VALUE);

    public WeaponClass {
        kinds = List.copyOf(kinds);
    }

    /// Whether a weapon as assessed is of the class. What is not known makes the answer indeterminate, never a no.
    public Certainty holds(Weapon weapon, int calibreTenthMm) {
        if (kinds.isEmpty()) {
            return Certainty.YES;
        }
        if (weapon == Weapon.NOT_KNOWN) {
            return Certainty.INDETERMINATE;
        }
        return kind(weapon).and(calibre(calibreTenthMm));
    }

    /// Whether what was met, by the kind of its observation, is of the class.
    public Certainty holds(truceline.observation.Kind kind, Weapon weapon, int calibreTenthMm) {
        return Movers.holds(List.of(this), kind, weapon, calibreTenthMm);
    }

    private Certainty kind(Weapon weapon) {
        if (kinds.contains("weapons")) {
            return Certainty.YES;
        }
        List<String> words = words(weapon);
        long named = words.stream().filter(kinds::contains).count();
        if (named == 0) {
            return Certainty.NO;
        }
        return named == words.size() ? Certainty.YES : Certainty.INDETERMINATE;
    }

    private Certainty calibre(int tenthMm) {
        boolean bounded = calibreFromTenthMm > 0 || calibreToTenthMm < Integer.MAX_VALUE;
        if (!bounded) {
            return Certainty.YES;
        }
        if (tenthMm < 0) {
            return Certainty.INDETERMINATE;
        }
        return tenthMm >= calibreFromTenthMm && tenthMm < calibreToTenthMm ? Certainty.YES : Certainty.NO;
    }

    /// The agreement's words that the weapon may be: artillery is a gun or a howitzer, and the observer seldom knows
    /// which.
    private static List<String> words(Weapon weapon) {
        return switch (weapon) {
            case NOT_KNOWN -> List.of();
            case TANK -> List.of("tanks");
            case MORTAR -> List.of("mortars");
            case ARTILLERY -> List.of("guns", "howitzers");
            case MLRS -> List.of("mlrs");
            case HEAVY_MACHINE_GUN, SMALL_ARMS, GRENADE_LAUNCHER -> List.of("small-arms");
            case IFV_CANNON -> List.of("ifvs");
            case ANTI_TANK_MISSILE, RPG -> List.of("anti-tank-weapons");
            case AIR_DEFENCE_MISSILE -> List.of("air-defence");
            case FPV, UAV -> List.of("uavs");
            case MISSILE -> List.of("missiles");
            case BOMB, AIRCRAFT -> List.of("aircraft");
            case MINE -> List.of("mines");
            case IMPROVISED_DEVICE -> List.of("explosives");
        };
    }
}
