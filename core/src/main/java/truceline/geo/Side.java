package truceline.geo;

/// On which hand a place stands for someone who walks a line in its drawn direction.
public enum Side {
    LEFT,
    RIGHT,
    /// On the line itself, or exactly on the straight continuation of its end.
    ON;

    /// The side as seen by someone who walks the other way.
    public Side opposite() {
        return switch (this) {
            case LEFT -> RIGHT;
            case RIGHT -> LEFT;
            case ON -> ON;
        };
    }
}
