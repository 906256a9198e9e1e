package truceline.report;

import java.util.ArrayList;
import java.util.List;

/// Keeps labels of a drawing apart: a label is placed where it covers no mark and no other label. First come, first
/// served.
final class Labels {
    private record Taken(double x, double y, double width, double height) {
        boolean meets(Taken other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }
    }

    private final List<Taken> taken = new ArrayList<>();
    private final int width;
    private final int height;

    Labels(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /// Takes the room of a mark, whatever is there.
    void reserve(double x, double y, double wide, double high) {
        taken.add(new Taken(x, y, wide, high));
    }

    /// Takes the room where it is free and within the drawing; says whether it was.
    boolean place(double x, double y, double wide, double high) {
        Taken room = new Taken(x, y, wide, high);
        boolean inside = x >= 3 && y >= 3 && x + wide <= width - 3 && y + high <= height - 3;
        if (!inside || taken.stream().anyMatch(room::meets)) {
            return false;
        }
        taken.add(room);
        return true;
    }
}
