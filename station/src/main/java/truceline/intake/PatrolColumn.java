package truceline.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The columns of a patrol's table, each with the headings that mean it and, where its cells need no reading, the
/// column of ours that they are.
enum PatrolColumn {
    POSITION(
            Column.OBSERVER,
            "SMM position",
            "Position",
            "Monitor position",
            "Patrol position",
            "Observer position",
            "Observer"),
    LOCATION(null, "Event location", "Location"),
    MEANS(null, "Means"),
    NUMBER(Column.NUMBER, "No.", "No", "Number", "Count"),
    OBSERVATION(null, "Observation"),
    DESCRIPTION(null, "Description"),
    WEAPON(null, "Weapon"),
    MOMENT(null, "Date, time", "Date,time", "Date/time", "Date and time", "Datetime"),
    DATE(null, "Date"),
    TIME(null, "Time"),
    ID(Column.ID, "Id"),
    OBSERVER_LATITUDE(Column.OBSERVER_LAT, "Observer latitude", "Observer lat"),
    OBSERVER_LONGITUDE(Column.OBSERVER_LON, "Observer longitude", "Observer lon"),
    LATITUDE(Column.LATITUDE, "Latitude", "Event latitude"),
    LONGITUDE(Column.LONGITUDE, "Longitude", "Event longitude"),
    RADIUS(Column.RADIUS_M, "Radius m"),
    ZONE(Column.ZONE, "Zone", "Time zone"),
    REGION(null, "Region"),
    REMARK(Column.REMARK, "Remark", "Remarks"),
    PERSON(Column.PERSON, "Person"),
    CLAIMED_SIDE(Column.CLAIMED_SIDE, "Claimed side"),
    CREDIBILITY(Column.CREDIBILITY, "Credibility"),
    REPORTED(Column.REPORTED, "Reported");

    private final @Nullable Column ours;
    private final String headings;

    PatrolColumn(@Nullable Column ours, String... headings) {
        this.ours = ours;
        this.headings = String.join("|", headings);
    }

    @Nullable
    Column ours() {
        return ours;
    }

    List<String> headings() {
        return List.of(headings.split("\\|"));
    }
}
