package truceline.compliance;

import java.util.EnumMap;
import java.util.Map;
import truceline.observation.Kind;

/// The table that maps what was observed to the act that an agreement names. A kind that is absent is evidence of no
/// act
/// that this version evaluates; a thermal anomaly is a cue and is absent on purpose.
public final class Acts {
    /// To be inside: what moved came from outside, or was first met inside.
    static final String ENTER = "enter";

    /// To go out of a zone: only a track shows that.
    static final String LEAVE = "leave";

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
        VERB.put(Kind.AIRCRAFT, ENTER);
        VERB.put(Kind.UAV_FLIGHT, ENTER);
        VERB.put(Kind.VESSEL, ENTER);
        VERB.put(Kind.ARMED_PRESENCE, ENTER);
    }

    private Acts() {}

    /// The verb of an agreement that the kind is evidence of, or the empty text.
    public static String verb(Kind kind) {
        return VERB.getOrDefault(kind, "");
    }

    /// True for the acts of what moves, which are judged by what moved and not by a weapon.
    static boolean isMoving(String verb) {
        return verb.equals(ENTER) || verb.equals(LEAVE);
    }
}
