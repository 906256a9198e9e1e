package truceline.demo;

/// Sorts of happenings, and the words in which files tell of them.
///
/// Heard and seen: to how many metres a patrol hears it and a camera records it.
enum Sort {
    MORTAR("explosion", "Explosion", "mortar", "Mortar (120mm)", "120", 12_000, 11_000),
    ARTILLERY("explosion", "Explosion", "artillery", "Artillery (122mm)", "122", 16_000, 8_500),
    TANK("explosion", "Explosion", "tank", "Tank (125mm)", "125", 11_000, 11_000),
    CANNON("burst", "Burst", "ifv-cannon", "IFV cannon (30mm)", "30", 8_000, 11_000),
    MACHINE_GUN("burst", "Burst", "heavy-machine-gun", "HMG (12.7mm)", "12.7", 7_000, 7_500),
    SMALL_ARMS("shot", "Shot", "small-arms", "SAF", "", 5_500, 5_500),
    FLARE("illumination-flare", "Illumination flare", "", "N/K", "", 0, 11_000),
    UNKNOWN("explosion", "Explosion", "", "N/K", "", 11_000, 7_500),
    DRONE("uav-flight", "UAV", "uav", "UAV", "", 2_000, 5_500);

    private final String kind;
    private final String patrolKind;
    private final String weapon;
    private final String patrolWeapon;
    private final String calibreMm;
    private final int heardMetres;
    private final int seenMetres;

    Sort(
            String kind,
            String patrolKind,
            String weapon,
            String patrolWeapon,
            String calibreMm,
            int heardMetres,
            int seenMetres) {
        this.kind = kind;
        this.patrolKind = patrolKind;
        this.weapon = weapon;
        this.patrolWeapon = patrolWeapon;
        this.calibreMm = calibreMm;
        this.heardMetres = heardMetres;
        this.seenMetres = seenMetres;
    }

    /// As our own columns write it.
    String kind() {
        return kind;
    }

    /// As a patrol writes it.
    String patrolKind() {
        return patrolKind;
    }

    String weapon() {
        return weapon;
    }

    String patrolWeapon() {
        return patrolWeapon;
    }

    String calibreMm() {
        return calibreMm;
    }

    int heardMetres() {
        return heardMetres;
    }

    int seenMetres() {
        return seenMetres;
    }

    /// Whether an acoustic array tells it from the wind.
    boolean isLoud() {
        return heardMetres >= 10_000;
    }
}
