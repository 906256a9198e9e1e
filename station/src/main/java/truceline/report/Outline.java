package truceline.report;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import truceline.geo.Path;

/// A path as drawn: in pixels, without what lies out of view, and without vertices that move the drawing by less
/// than a tolerance (Douglas-Peucker). For drawings only.
final class Outline {
    private static final double MARGIN = 40;
    private static final double TOO_CLOSE = 0.25;

    private final double[] x;
    private final double[] y;

    private Outline(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    /// @param tolerance pixels by which the drawing may differ from the path
    static Outline of(Path path, Projection projection, double tolerance) {
        Outline all = visible(path, projection);
        if (all.size() < 3) {
            return all;
        }
        return all.kept(all.significant(tolerance));
    }

    int size() {
        return x.length;
    }

    double x(int i) {
        return x[i];
    }

    double y(int i) {
        return y[i];
    }

    /// The path moved sideways by some pixels: to the left of its direction, to the right where negative.
    Outline beside(double pixels) {
        double[] besideX = new double[x.length];
        double[] besideY = new double[y.length];
        for (int i = 0; i < x.length; i++) {
            int before = Math.max(0, i - 1);
            int after = Math.min(x.length - 1, i + 1);
            double[] in = left(before, before == i ? after : i);
            double[] out = left(after == i ? before : i, after);
            double middleX = in[0] + out[0];
            double middleY = in[1] + out[1];
            double length = Math.max(0.5, Math.sqrt(middleX * middleX + middleY * middleY));
            double stretch = Math.min(1.6, 2 / length);
            besideX[i] = x[i] + pixels * stretch * middleX / length;
            besideY[i] = y[i] + pixels * stretch * middleY / length;
        }
        return new Outline(besideX, besideY);
    }

    /// The unit vector to the left of the way from one vertex to another; y grows downward.
    private double[] left(int from, int to) {
        double dx = x[to] - x[from];
        double dy = y[to] - y[from];
        double length = Math.max(1e-9, Math.sqrt(dx * dx + dy * dy));
        return new double[] {dy / length, -dx / length};
    }

    /// Path data of SVG.
    void append(StringBuilder svg, boolean closed) {
        for (int i = 0; i < x.length; i++) {
            svg.append(i == 0 ? 'M' : i == 1 ? 'L' : ' ');
            Svg.number(svg, x[i]);
            svg.append(' ');
            Svg.number(svg, y[i]);
        }
        if (closed && x.length > 0) {
            svg.append('Z');
        }
    }

    private static Outline visible(Path path, Projection projection) {
        double[] x = new double[path.size()];
        double[] y = new double[path.size()];
        int[] side = new int[path.size()];
        int size = 0;
        for (int i = 0; i < path.size(); i++) {
            double px = projection.x(path.lonE7(i));
            double py = projection.y(path.latE7(i));
            int out = side(px, py, projection);
            boolean isLast = i == path.size() - 1;
            if (size > 0
                    && !isLast
                    && Math.abs(px - x[size - 1]) < TOO_CLOSE
                    && Math.abs(py - y[size - 1]) < TOO_CLOSE) {
                continue;
            }
            // Three in a row beyond the same edge: the middle one cannot be seen and moves nothing that can.
            if (size > 1 && (side[size - 2] & side[size - 1] & out) != 0) {
                size--;
            }
            x[size] = px;
            y[size] = py;
            side[size++] = out;
        }
        return new Outline(Arrays.copyOf(x, size), Arrays.copyOf(y, size));
    }

    private static int side(double x, double y, Projection projection) {
        int side = 0;
        side |= x < -MARGIN ? 1 : 0;
        side |= x > projection.width() + MARGIN ? 2 : 0;
        side |= y < -MARGIN ? 4 : 0;
        side |= y > projection.height() + MARGIN ? 8 : 0;
        return side;
    }

    private boolean[] significant(double tolerance) {
        boolean[] keep = new boolean[x.length];
        keep[0] = true;
        keep[x.length - 1] = true;
        Deque<int[]> spans = new ArrayDeque<>();
        spans.push(new int[] {0, x.length - 1});
        while (!spans.isEmpty()) {
            int[] span = spans.pop();
            int farthest = -1;
            double most = tolerance * tolerance;
            for (int i = span[0] + 1; i < span[1]; i++) {
                double distance = squaredDistance(i, span[0], span[1]);
                if (distance > most) {
                    most = distance;
                    farthest = i;
                }
            }
            if (farthest > 0) {
                keep[farthest] = true;
                spans.push(new int[] {span[0], farthest});
                spans.push(new int[] {farthest, span[1]});
            }
        }
        return keep;
    }

    private double squaredDistance(int i, int from, int to) {
        double dx = x[to] - x[from];
        double dy = y[to] - y[from];
        double length = dx * dx + dy * dy;
        double along = length == 0 ? 0 : ((x[i] - x[from]) * dx + (y[i] - y[from]) * dy) / length;
        double t = Math.clamp(along, 0.0, 1.0);
        double offX = x[i] - (x[from] + t * dx);
        double offY = y[i] - (y[from] + t * dy);
        return offX * offX + offY * offY;
    }

    private Outline kept(boolean[] keep) {
        double[] keptX = new double[x.length];
        double[] keptY = new double[y.length];
        int size = 0;
        for (int i = 0; i < x.length; i++) {
            if (keep[i]) {
                keptX[size] = x[i];
                keptY[size++] = y[i];
            }
        }
        return new Outline(Arrays.copyOf(keptX, size), Arrays.copyOf(keptY, size));
    }
}
