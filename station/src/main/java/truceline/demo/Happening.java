package truceline.demo;

import java.util.List;

/// Something that the seed makes happen, whoever notices it.
///
/// @param number counted from 1 in the order of time
/// @param from the side it comes from, `VA` or `IL`
record Happening(int number, Point at, Sort sort, String from, List<Volley> volleys) {
    /// One volley: so many in so long, milliseconds UTC.
    record Volley(long fromMs, long toMs, int count) {}

    Happening {
        volleys = List.copyOf(volleys);
    }

    long fromMs() {
        return volleys.getFirst().fromMs();
    }

    int count() {
        return volleys.stream().mapToInt(Volley::count).sum();
    }
}
