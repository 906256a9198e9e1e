package truceline.observation;

/// What a kind is called in a sentence.
record Noun(String singular, String plural) {
    static Noun of(Kind kind) {
        return switch (kind) {
            case MUZZLE_FLASH -> new Noun("muzzle flash", "muzzle flashes");
            case ROCKET_ASSISTED -> withS("rocket-assisted projectile");
            case UAV_STRIKE -> withS("UAV strike");
            case UAV_FLIGHT -> withS("UAV flight");
            case SHELLING -> instances("shelling");
            case AIR_DEFENCE_FIRE -> instances("air-defence fire");
            case ARMED_CLASH -> new Noun("armed clash", "armed clashes");
            case AIRCRAFT -> new Noun("aircraft", "aircraft");
            case ARMED_PRESENCE -> instances("armed presence");
            case TRENCH -> new Noun("trench", "trenches");
            case MOVEMENT_RESTRICTED -> new Noun("restriction of movement", "restrictions of movement");
            case INTERFERENCE -> instances("interference");
            case CASUALTY -> new Noun("casualty", "casualties");
            case DAMAGE -> instances("damage");
            case CONTROL_REPORTED -> new Noun("report of control", "reports of control");
            case NONE_SEEN -> new Noun("nothing", "nothing");
            case THERMAL_ANOMALY -> new Noun("thermal anomaly", "thermal anomalies");
            case UNSPECIFIED -> withS("unspecified event");
            default -> withS(kind.word().replace('-', ' '));
        };
    }

    private static Noun withS(String singular) {
        return new Noun(singular, singular + "s");
    }

    private static Noun instances(String mass) {
        return new Noun(mass, "instances of " + mass);
    }
}
