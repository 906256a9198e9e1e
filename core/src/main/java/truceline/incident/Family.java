package truceline.incident;

import truceline.observation.Columns;
import truceline.observation.Kind;
import truceline.observation.Means;

/// Kinds that may be accounts of one event. A thermal anomaly is of the family of fire, because a fire is what it may
/// hint at.
public enum Family {
    FIRE,
    HARM,
    FLIGHT,
    SEA,
    PRESENCE,
    MINES,
    MOVEMENT,
    INTERFERENCE,
    DETENTION,
    CONTROL,
    UNSPECIFIED,
    /// A search that found nothing: recorded, never an incident.
    NONE;

    /// The family of an observation. A party's claim is of none: it is held beside the incidents and makes none.
    public static Family of(Columns columns, int row) {
        return columns.means(row) == Means.CLAIM ? NONE : of(columns.kind(row));
    }

    /// The family of a kind.
    public static Family of(Kind kind) {
        return switch (kind) {
            case EXPLOSION,
                    PROJECTILE,
                    BURST,
                    SHOT,
                    MUZZLE_FLASH,
                    ILLUMINATION_FLARE,
                    TRACER_ROUND,
                    ROCKET_ASSISTED,
                    AIRSTRIKE,
                    MISSILE_STRIKE,
                    UAV_STRIKE,
                    SHELLING,
                    AIR_DEFENCE_FIRE,
                    ARMED_CLASH,
                    BLAST,
                    THERMAL_ANOMALY -> FIRE;
            case CASUALTY, DAMAGE -> HARM;
            case UAV_FLIGHT, AIRCRAFT -> FLIGHT;
            case VESSEL -> SEA;
            case ARMED_PRESENCE, WEAPON, TRENCH -> PRESENCE;
            case MINE -> MINES;
            case MOVEMENT_RESTRICTED -> MOVEMENT;
            case INTERFERENCE -> INTERFERENCE;
            case DETENTION -> DETENTION;
            case CONTROL_REPORTED -> CONTROL;
            case UNSPECIFIED -> UNSPECIFIED;
            case NONE_SEEN -> NONE;
        };
    }
}
