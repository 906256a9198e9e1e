package truceline.compliance;

import java.util.EnumMap;
import java.util.Map;
import truceline.observation.Kind;

/// The table that maps what was observed to the act that an agreement names. A kind that is absent is evidence of no
/// act
/// that this version evaluates; a thermal anomaly is a cue and is absent on purpose.
final class Acts {
    private static final Map<Kind, String> VERB = new EnumMap<>(Kind.class);

    static {
        for (Kind fire : new Kind[] {
            Kind.EXPLOSION,
            Kind.PROJECTILE,
            Kind.BURST,
            Kind.SHOT,
            Kind.MUZZLE_FLASH,
            Kind.TRACER_ROUND,
            Kind.ROCKET_ASSISTED,
            Kind.AIRSTRIKE,
            Kind.MISSILE_STRIKE,
            Kind.UAV_STRIKE,
            Kind.SHELLING,
            Kind.AIR_DEFENCE_FIRE,
            Kind.ARMED_CLASH
        }) {
            VERB.put(fire, "fire");
        }
        VERB.put(Kind.MINE, "lay");
        VERB.put(Kind.TRENCH, "build");
        VERB.put(Kind.DETENTION, "detain");
        VERB.put(Kind.CASUALTY, "harm");
        VERB.put(Kind.DAMAGE, "harm");
        VERB.put(Kind.MOVEMENT_RESTRICTED, "hinder");
        VERB.put(Kind.INTERFERENCE, "jam");
    }

    private Acts() {}

    /// The verb of an agreement that the kind is evidence of, or the empty text.
    static String verb(Kind kind) {
        return VERB.getOrDefault(kind, "");
    }

    /// True where the verb is one that an incident of its own can breach.
    static boolean isAct(String verb) {
        return VERB.containsValue(verb);
    }
}
