package truceline.geo;

/// The geodesic problem on the WGS-84 ellipsoid for any pair of positions: great-circle arcs on the auxiliary
/// sphere, with length and longitude as series in the third flattening.
///
/// Source: C. F. F. Karney, "Algorithms for geodesics", J. Geodesy 87 (2013), eqs. 5-26; series kept to the
/// fourth power (length) and third power (longitude), an error below a micrometre. Longitude is solved by
/// Vincenty's iteration, and within 5° of the antipode, where that need not converge, by halving the interval
/// of the azimuth, in which longitude is monotonic; both always end. Stateless.
final class Arc {
    private static final double F = Spot.FLATTENING;
    private static final double N = F / (2 - F);
    private static final double POLAR_RADIUS = Spot.EQUATOR_RADIUS * (1 - F);
    private static final double SECOND_E2 = Spot.E2 / (1 - Spot.E2);
    private static final double NEAR_ANTIPODE_COS = -0.9962;
    private static final double CONVERGED = 1e-13;
    private static final int ITERATIONS = 40;
    private static final int HALVINGS = 70;
    /// Stands for the equator seen from the south, so that a geodesic between two of its places may leave it.
    private static final double JUST_SOUTH = -1e-200;

    private final double sinAzimuth0;
    private final double epsilon;

    /// The geodesic that crosses the equator at this sine of its azimuth.
    private Arc(double sinAzimuth0) {
        this.sinAzimuth0 = sinAzimuth0;
        double k2 = SECOND_E2 * (1 - sinAzimuth0 * sinAzimuth0);
        double root = 1 + Math.sqrt(1 + k2);
        this.epsilon = k2 / (root * root);
    }

    static double metres(Spot a, Spot b) {
        double lon = Math.abs(StrictMath.IEEEremainder(b.lon - a.lon, 2 * Math.PI));
        double scaleA = 1 / Math.sqrt(square(a.cosLat) + square((1 - F) * a.sinLat));
        double scaleB = 1 / Math.sqrt(square(b.cosLat) + square((1 - F) * b.sinLat));
        double sin1 = (1 - F) * a.sinLat * scaleA;
        double cos1 = a.cosLat * scaleA;
        double sin2 = (1 - F) * b.sinLat * scaleB;
        double cos2 = b.cosLat * scaleB;
        if (sin1 * sin2 + cos1 * cos2 * StrictMath.cos(lon) > NEAR_ANTIPODE_COS) {
            return iterated(sin1, cos1, sin2, cos2, lon);
        }
        return antipodal(sin1, cos1, sin2, cos2, lon);
    }

    private static double iterated(double sin1, double cos1, double sin2, double cos2, double lon) {
        double omega = lon;
        for (int i = 0; i < ITERATIONS; i++) {
            double sinOmega = StrictMath.sin(omega);
            double cosOmega = StrictMath.cos(omega);
            double east = cos2 * sinOmega;
            double north = cos1 * sin2 - sin1 * cos2 * cosOmega;
            double sinSigma = Math.sqrt(east * east + north * north);
            double cosSigma = sin1 * sin2 + cos1 * cos2 * cosOmega;
            double sigma = StrictMath.atan2(sinSigma, cosSigma);
            double sinAzimuth1 = east / sinSigma;
            double cosAzimuth1 = north / sinSigma;
            Arc arc = new Arc(sinAzimuth1 * cos1);
            double cosSigma1 = cosAzimuth1 * cos1;
            double cosSigma2 = cosSigma1 * cosSigma - sin1 * sinSigma;
            Phase from = Phase.of(sin1, cosSigma1);
            Phase to = Phase.of(sin2, cosSigma2);
            double next = lon + arc.longitudeLag(sigma, from, to);
            if (Math.abs(next - omega) < CONVERGED) {
                return arc.length(sigma, from, to);
            }
            omega = next;
        }
        return antipodal(sin1, cos1, sin2, cos2, lon);
    }

    private static double antipodal(double sinA, double cosA, double sinB, double cosB, double lon) {
        boolean swapped = Math.abs(sinA) < Math.abs(sinB);
        double hemisphere = (swapped ? sinB : sinA) > 0 ? -1 : 1;
        double sin1 = hemisphere * (swapped ? sinB : sinA);
        double sin2 = hemisphere * (swapped ? sinA : sinB);
        double cos1 = swapped ? cosB : cosA;
        if (sin1 == 0) {
            if (lon <= (1 - F) * Math.PI) {
                return Spot.EQUATOR_RADIUS * lon;
            }
            sin1 = JUST_SOUTH;
        }
        double low = -Math.PI / 2;
        double high = Math.PI / 2;
        Shot shot = Shot.aim(sin1, cos1, sin2, 0);
        for (int i = 0; i < HALVINGS; i++) {
            if (shot.lon < lon) {
                low = shot.beyondEast;
            } else {
                high = shot.beyondEast;
            }
            shot = Shot.aim(sin1, cos1, sin2, (low + high) / 2);
        }
        return shot.metres + Spot.EQUATOR_RADIUS * shot.sinAzimuth0 * (lon - shot.lon);
    }

    /// The geodesic that leaves the first latitude `beyondEast` radians south of due east and ends at the
    /// second: where it ends and how long it is. Measured from east because near the equator the azimuths crowd
    /// there.
    private record Shot(double beyondEast, double sinAzimuth0, double lon, double metres) {
        static Shot aim(double sin1, double cos1, double sin2, double beyondEast) {
            double sin0 = StrictMath.cos(beyondEast) * cos1;
            double from = -StrictMath.sin(beyondEast) * cos1;
            double to = Math.sqrt(from * from + (sin1 - sin2) * (sin1 + sin2));
            double sigma = StrictMath.atan2(sin2, to) - StrictMath.atan2(sin1, from);
            double omega = StrictMath.atan2(sin0 * sin2, to) - StrictMath.atan2(sin0 * sin1, from);
            Arc arc = new Arc(sin0);
            Phase start = Phase.of(sin1, from);
            Phase end = Phase.of(sin2, to);
            return new Shot(
                    beyondEast, sin0, omega - arc.longitudeLag(sigma, start, end), arc.length(sigma, start, end));
        }
    }

    static Place direct(Spot from, double azimuth, double metres) {
        double scale = 1 / Math.sqrt(square(from.cosLat) + square((1 - F) * from.sinLat));
        double sin1 = (1 - F) * from.sinLat * scale;
        double cos1 = from.cosLat * scale;
        double sinAzimuth = StrictMath.sin(azimuth);
        double cosAzimuth = StrictMath.cos(azimuth);
        double sin0 = sinAzimuth * cos1;
        double cos0 = Math.sqrt(square(cosAzimuth) + square(sinAzimuth * sin1));
        Arc arc = new Arc(sin0);
        double sigma1 = StrictMath.atan2(sin1, cosAzimuth * cos1);
        Phase start = Phase.of(sin1, cosAzimuth * cos1);
        double sigma = arc.sigmaOf(metres, sigma1, start);
        double sinSigma2 = StrictMath.sin(sigma1 + sigma);
        double cosSigma2 = StrictMath.cos(sigma1 + sigma);
        double omega = StrictMath.atan2(sin0 * sinSigma2, cosSigma2) - StrictMath.atan2(sin0 * sin1, cosAzimuth * cos1);
        double lag = arc.longitudeLag(sigma, start, Phase.of(sinSigma2, cosSigma2));
        double cos2 = Math.sqrt(square(sin0) + square(cos0 * cosSigma2));
        double lat = StrictMath.atan2(cos0 * sinSigma2, (1 - F) * cos2);
        return Spot.toPlace(from.lon + omega - lag, lat);
    }

    /// The arc on the auxiliary sphere of a way this long; each step of the iteration gains about three digits.
    private double sigmaOf(double metres, double sigma1, Phase start) {
        double mean = metres / (POLAR_RADIUS * a1());
        double sigma = mean;
        for (int i = 0; i < ITERATIONS; i++) {
            double sigma2 = sigma1 + sigma;
            double ripple = ripple(Phase.of(StrictMath.sin(sigma2), StrictMath.cos(sigma2))) - ripple(start);
            double next = mean - ripple;
            if (Math.abs(next - sigma) < CONVERGED) {
                return next;
            }
            sigma = next;
        }
        return sigma;
    }

    private double length(double sigma, Phase from, Phase to) {
        return POLAR_RADIUS * a1() * (sigma + (ripple(to) - ripple(from)));
    }

    private double a1() {
        double e2 = epsilon * epsilon;
        return (1 + e2 * (1.0 / 4 + e2 / 64)) / (1 - epsilon);
    }

    private double ripple(Phase at) {
        double e = epsilon;
        double e2 = e * e;
        return at.sum(
                e * (-1.0 / 2 + e2 * (3.0 / 16)),
                e2 * (-1.0 / 16 + e2 / 32),
                e * e2 * (-1.0 / 48),
                e2 * e2 * (-5.0 / 512));
    }

    /// How far the longitude on the ellipsoid lags behind that on the auxiliary sphere.
    private double longitudeLag(double sigma, Phase from, Phase to) {
        double e = epsilon;
        double mean = 1
                - e
                        * ((1 - N) / 2
                                + e * ((1.0 / 4 + N / 8 - 3 * N * N / 8) + e * (1.0 / 16 + 3 * N / 16 + N * N / 16)));
        double first = e * ((1 - N) / 4 + e * ((1 - N * N) / 8 + e * (3.0 / 64 + 3 * N / 64 - N * N / 64)));
        double second = e * e * ((1.0 / 16 - 3 * N / 32 + N * N / 32) + e * (3.0 / 64 - N / 32 - 3 * N * N / 64));
        double third = e * e * e * (5.0 / 192 - 3 * N / 64 + 5 * N * N / 192);
        double ripple = to.sum(first, second, third, 0) - from.sum(first, second, third, 0);
        return F * sinAzimuth0 * mean * (sigma + ripple);
    }

    private static double square(double value) {
        return value * value;
    }

    /// Sine and cosine of twice an angle on the auxiliary sphere.
    private record Phase(double sin2, double cos2) {
        static Phase of(double sin, double cos) {
            double norm = sin * sin + cos * cos;
            return norm == 0 ? new Phase(0, 1) : new Phase(2 * sin * cos / norm, (cos - sin) * (cos + sin) / norm);
        }

        /// c1 sin 2σ + c2 sin 4σ + c3 sin 6σ + c4 sin 8σ.
        double sum(double c1, double c2, double c3, double c4) {
            double sin4 = 2 * sin2 * cos2;
            double cos4 = (cos2 - sin2) * (cos2 + sin2);
            double sin6 = sin2 * cos4 + cos2 * sin4;
            return c1 * sin2 + c2 * sin4 + c3 * sin6 + c4 * (2 * sin4 * cos4);
        }
    }
}
