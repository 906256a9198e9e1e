package truceline.observation;

/// The weapon as assessed; {@code not-known} is the field's N/K.
public enum Weapon implements Word {
    NOT_KNOWN("not-known"),
    TANK("tank"),
    MORTAR("mortar"),
    ARTILLERY("artillery"),
    MLRS("mlrs"),
    HEAVY_MACHINE_GUN("heavy-machine-gun"),
    IFV_CANNON("ifv-cannon"),
    SMALL_ARMS("small-arms"),
    GRENADE_LAUNCHER("grenade-launcher"),
    ANTI_TANK_MISSILE("anti-tank-missile"),
    RPG("rpg"),
    AIR_DEFENCE_MISSILE("air-defence-missile"),
    FPV("fpv"),
    UAV("uav"),
    MISSILE("missile"),
    BOMB("bomb"),
    MINE("mine"),
    IMPROVISED_DEVICE("improvised-device"),
    AIRCRAFT("aircraft");

    private final String word;

    Weapon(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
