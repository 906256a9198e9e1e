package truceline.demo;

import java.util.SplittableRandom;

/// How many, as somebody who watched would write it. Stateless.
final class Numbers {
    private Numbers() {}

    /// A small number as it is, a large one rounded and qualified.
    static String seen(SplittableRandom random, int count) {
        if (count < 8) {
            return Integer.toString(count);
        }
        int draw = random.nextInt(8);
        if (draw == 0) {
            return "uncountable";
        }
        return (draw < 4 ? "about " : draw < 6 ? "at least " : "almost ") + (count / 5 * 5 + (draw == 7 ? 5 : 0));
    }
}
