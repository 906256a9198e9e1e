package truceline.intake;

import org.jspecify.annotations.Nullable;
import truceline.observation.Kind;

/// The words of a party's list for what is said to have happened: those of a patrol's table, and the plain ones that
/// lists use. A word that could be several kinds is none of them. Stateless.
final class ClaimWords {
    private static final Vocabulary<Kind> KINDS = Vocabulary.of(Kind.class)
            .with(Kind.SHELLING, "shellings", "artillery shelling", "artillery fire", "mortar fire", "bombardment")
            .with(Kind.SHELLING, "tank fire", "MLRS fire", "mortar shelling", "artillery strike")
            .with(Kind.UAV_STRIKE, "drone strike", "drone strikes", "drone attack", "UAV attack", "FPV strike")
            .with(Kind.UAV_STRIKE, "FPV attack", "FPV drone strike", "FPV drone attack", "kamikaze drone")
            .with(Kind.SHOT, "small arms", "small arms fire", "gunfire", "shooting", "sniper fire")
            .with(Kind.BURST, "machine gun fire")
            .with(Kind.AIRSTRIKE, "air strike", "air strikes", "aerial bombing", "guided bomb", "air attack")
            .with(Kind.MISSILE_STRIKE, "missile attack", "missile strikes", "ballistic missile strike")
            .with(Kind.ARMED_CLASH, "armed clashes", "clash", "combat", "assault", "ground attack", "ground assault")
            .with(Kind.UAV_FLIGHT, "drone flight", "drone flights", "reconnaissance drone", "UAV overflight")
            .with(Kind.MINE, "mining", "mine laying", "laying of mines")
            .with(Kind.TRENCH, "fortification", "fortifications", "trench works")
            .with(Kind.ARMED_PRESENCE, "military presence", "troop presence")
            .with(Kind.MOVEMENT_RESTRICTED, "denial of access", "access denied", "restriction of movement")
            .with(Kind.INTERFERENCE, "jamming", "GPS jamming", "GNSS jamming")
            .with(Kind.CASUALTY, "casualties", "wounded", "injured")
            .with(Kind.DETENTION, "detained", "arrest", "abduction");

    private ClaimWords() {}

    /// Our word for a cell of the column `kind`, or null.
    static @Nullable String kind(String written) {
        Kind kind = KINDS.find(written);
        return kind == null ? PatrolWords.observation(written) : kind.word();
    }
}
