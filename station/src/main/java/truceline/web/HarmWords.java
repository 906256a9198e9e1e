package truceline.web;

import truceline.finding.Statement;

/// Numbers of people harmed, as they were stated.
final class HarmWords {
    private HarmWords() {}

    /// `2`, `at least 2`, `about 2`; a plain `0` needs no qualifier.
    static String of(Statement harm, String part) {
        long number = harm.number(part);
        return switch (harm.text("qualifier")) {
            case "at-least" -> number == 0 ? "0" : "at least " + number;
            case "about" -> number == 0 ? "0" : "about " + number;
            default -> Long.toString(number);
        };
    }
}
