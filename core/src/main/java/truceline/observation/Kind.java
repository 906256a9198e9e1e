package truceline.observation;

/// What was observed, the most telling first: where observations of several kinds make one incident, the first of them
/// names it. Which act a kind is evidence of is a table of {@code compliance}, not of this list.
public enum Kind implements Word {
    EXPLOSION("explosion"),
    PROJECTILE("projectile"),
    BURST("burst"),
    SHOT("shot"),
    MUZZLE_FLASH("muzzle-flash"),
    TRACER_ROUND("tracer-round"),
    ROCKET_ASSISTED("rocket-assisted"),
    AIRSTRIKE("airstrike"),
    MISSILE_STRIKE("missile-strike"),
    UAV_STRIKE("uav-strike"),
    SHELLING("shelling"),
    AIR_DEFENCE_FIRE("air-defence-fire"),
    ARMED_CLASH("armed-clash"),
    BLAST("blast"),
    ILLUMINATION_FLARE("illumination-flare"),
    UAV_FLIGHT("uav-flight"),
    AIRCRAFT("aircraft"),
    VESSEL("vessel"),
    ARMED_PRESENCE("armed-presence"),
    WEAPON("weapon"),
    TRENCH("trench"),
    MINE("mine"),
    MOVEMENT_RESTRICTED("movement-restricted"),
    INTERFERENCE("interference"),
    CASUALTY("casualty"),
    DAMAGE("damage"),
    DETENTION("detention"),
    CONTROL_REPORTED("control-reported"),
    NONE_SEEN("none-seen"),
    THERMAL_ANOMALY("thermal-anomaly"),
    UNSPECIFIED("unspecified");

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
