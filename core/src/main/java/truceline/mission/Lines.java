package truceline.mission;

/// Text that is signed: parts that each stand in a line of their own.
final class Lines {
    private Lines() {}

    /// The parts, each ended by a line feed.
    ///
    /// @throws IllegalArgumentException where a part has a line feed in it, so that two texts could be one
    static String of(String... parts) {
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
            if (part.indexOf('\n') >= 0) {
                throw new IllegalArgumentException("a line feed within a part of a text to sign");
            }
            text.append(part).append('\n');
        }
        return text.toString();
    }
}
