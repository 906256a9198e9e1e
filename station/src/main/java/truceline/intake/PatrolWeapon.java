package truceline.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import truceline.observation.Weapon;

/// The column "Weapon" of a patrol's table: `Mortar (120mm)`, `IFV (BMP-2) cannon (30mm)`, `HMG`, `N/K`.
///
/// @param word our word, or empty where the cell says nothing
/// @param calibreMm the calibre as written, or empty
/// @param labels what else stands in brackets, such as a named system
record PatrolWeapon(String word, String calibreMm, List<String> labels) {
    private static final Pattern IN_BRACKETS = Pattern.compile("\\(([^)]*)\\)");
    private static final Pattern CALIBRE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,2})?) ?mm", Pattern.CASE_INSENSITIVE);

    private static final Vocabulary<Weapon> WORDS = Vocabulary.of(Weapon.class)
            .with(Weapon.NOT_KNOWN, "N/K")
            .with(Weapon.MORTAR, "mortars")
            .with(Weapon.TANK, "tanks", "tank gun")
            .with(Weapon.ARTILLERY, "howitzer", "self-propelled howitzer", "towed howitzer")
            .with(Weapon.MLRS, "multiple launch rocket system", "multiple-launch rocket system")
            .with(Weapon.HEAVY_MACHINE_GUN, "HMG", "heavy-machine-gun fire")
            .with(Weapon.IFV_CANNON, "IFV", "infantry fighting vehicle cannon")
            .with(Weapon.SMALL_ARMS, "SAF", "small-arms fire", "small arm")
            .with(Weapon.GRENADE_LAUNCHER, "AGL", "UGL", "automatic grenade launcher", "under-barrel grenade launcher")
            .with(Weapon.ANTI_TANK_MISSILE, "ATGM", "anti-tank guided missile")
            .with(Weapon.RPG, "rocket-propelled grenade")
            .with(Weapon.AIR_DEFENCE_MISSILE, "SAM", "surface-to-air missile")
            .with(Weapon.FPV, "FPV UAV", "FPV drone")
            .with(Weapon.MINE, "mines")
            .with(Weapon.IMPROVISED_DEVICE, "IED");

    /// The parts of a weapon cell, or null where the weapon is not known.
    static @Nullable PatrolWeapon of(String written) {
        if (written.isEmpty()) {
            return new PatrolWeapon("", "", List.of());
        }
        List<String> labels = new ArrayList<>();
        Matcher brackets = IN_BRACKETS.matcher(written);
        while (brackets.find()) {
            for (String part : brackets.group(1).split("\\s*[,;]\\s*", -1)) {
                label(part, labels);
            }
        }
        Matcher calibre = CALIBRE.matcher(written);
        String millimetres = calibre.find() ? calibre.group(1) : "";
        while (calibre.find()) {
            labels.add(calibre.group());
        }
        String bare =
                CALIBRE.matcher(IN_BRACKETS.matcher(written).replaceAll(" ")).replaceAll(" ");
        String name = TextFields.oneSpaced(bare.replace(',', ' '));
        Weapon weapon = WORDS.find(name);
        return weapon == null ? null : new PatrolWeapon(weapon.word(), millimetres, List.copyOf(labels));
    }

    private static void label(String part, List<String> labels) {
        String rest = TextFields.oneSpaced(CALIBRE.matcher(part).replaceAll(" "));
        if (!rest.isEmpty() && !rest.toLowerCase(Locale.ROOT).endsWith("n/k")) {
            labels.add(rest);
        }
    }
}
