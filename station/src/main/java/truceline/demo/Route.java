package truceline.demo;

import java.util.List;

/// A way over points at one speed. Immutable.
record Route(List<Point> points, double metresPerSecond) {
    Route {
        points = List.copyOf(points);
    }

    double metres() {
        double metres = 0;
        for (int i = 1; i < points.size(); i++) {
            metres += points.get(i - 1).metresTo(points.get(i));
        }
        return metres;
    }

    double seconds() {
        return metres() / metresPerSecond;
    }

    /// Where one is after so many seconds; at the end after the end.
    Point after(double seconds) {
        double left = seconds * metresPerSecond;
        for (int i = 1; i < points.size(); i++) {
            Point from = points.get(i - 1);
            Point to = points.get(i);
            double length = from.metresTo(to);
            if (left <= length) {
                double part = left / length;
                return from.moved(from.eastMetresTo(to) * part, from.northMetresTo(to) * part);
            }
            left -= length;
        }
        return points.getLast();
    }

    /// Direction of travel after so many seconds, clockwise from north.
    double courseAfter(double seconds) {
        return after(seconds).bearingTo(after(seconds + 5));
    }
}
