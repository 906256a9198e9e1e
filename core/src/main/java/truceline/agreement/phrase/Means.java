package truceline.agreement.phrase;

/// By what a norm is verified.
public enum Means {
    PATROL,
    CAMERA,
    UAV,
    ACOUSTIC,
    RADAR,
    SATELLITE,
    INSPECTION,
    DOCUMENT,
    AIS,
    ADS_B
}
