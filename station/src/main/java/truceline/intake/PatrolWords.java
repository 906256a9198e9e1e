package truceline.intake;

import org.jspecify.annotations.Nullable;
import truceline.observation.Kind;
import truceline.observation.Means;

/// The words of a patrol's table for how it observed and what, singular or plural. Stateless.
final class PatrolWords {
    private static final Vocabulary<Means> MEANS = Vocabulary.of(Means.class)
            .with(Means.SAW, "seen", "observed")
            .with(Means.RECORDED, "camera", "recorded by camera")
            .with(Means.UAV, "mini-UAV", "mid-range UAV", "long-range UAV")
            .with(Means.NOT_KNOWN, "N/K");

    private static final Vocabulary<Kind> KINDS = Vocabulary.of(Kind.class)
            .with(Kind.EXPLOSION, "explosions")
            .with(Kind.PROJECTILE, "projectiles")
            .with(Kind.BURST, "bursts", "burst of fire", "bursts of fire")
            .with(Kind.SHOT, "shots", "shots of fire")
            .with(Kind.MUZZLE_FLASH, "muzzle flashes")
            .with(Kind.ILLUMINATION_FLARE, "illumination flares", "flare", "flares")
            .with(Kind.TRACER_ROUND, "tracer rounds", "tracer", "tracers")
            .with(Kind.ROCKET_ASSISTED, "rocket-assisted projectile", "rocket-assisted projectiles")
            .with(Kind.AIRSTRIKE, "airstrikes", "air strike", "air strikes")
            .with(Kind.MISSILE_STRIKE, "missile strikes")
            .with(Kind.UAV_STRIKE, "UAV strikes")
            .with(Kind.UAV_FLIGHT, "UAV", "UAVs", "UAV flights", "mini-UAV", "mini-UAVs")
            .with(Kind.WEAPON, "weapons")
            .with(Kind.TRENCH, "trenches")
            .with(Kind.MINE, "mines")
            .with(Kind.NONE_SEEN, "none", "nothing observed", "nothing seen or heard");

    private PatrolWords() {}

    /// Our word for a cell of the column "Means", or null.
    static @Nullable String means(String written) {
        Means means = MEANS.find(written);
        return means == null ? null : means.word();
    }

    /// Our word for a cell of the column "Observation", or null.
    static @Nullable String observation(String written) {
        Kind kind = KINDS.find(written);
        return kind == null ? null : kind.word();
    }
}
