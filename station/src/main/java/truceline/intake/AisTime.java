package truceline.intake;

import java.nio.charset.StandardCharsets;
import truceline.intake.ais.AisSentence;
import truceline.observation.Draft;

/// When a receiver heard a sentence: from the tag block, else from the text before the sentence, else from a
/// number at the line's end. Not thread-safe.
final class AisTime {
    private static final long FIRST_MS = 100_000_000_000L;
    private static final long LAST_MS = 32_503_680_000_000L;
    private static final int LEAST_DIGITS_OF_MS = 12;

    private final Moment moment = new Moment();
    private long momentMs;
    private int precisionMs;

    /// False where the line states a time that cannot be read; a line without any has {@link Draft#NONE}.
    boolean read(byte[] bytes, int lineTo, AisSentence sentence, Fault fault) {
        momentMs = Draft.NONE;
        precisionMs = 1000;
        int leadTo = sentence.leadTo();
        while (leadTo > sentence.leadFrom() && isSeparator(bytes[leadTo - 1])) {
            leadTo--;
        }
        String code = "";
        if (sentence.tagTimeTo() > sentence.tagTimeFrom()) {
            code = unix(bytes, sentence.tagTimeFrom(), sentence.tagTimeTo());
        } else if (leadTo > sentence.leadFrom()) {
            code = lead(bytes, sentence.leadFrom(), leadTo);
        } else {
            rest(bytes, sentence.restFrom(), lineTo);
        }
        return code.isEmpty() || fault.at("time", code, text(bytes, sentence.leadFrom(), leadTo));
    }

    long momentMs() {
        return momentMs;
    }

    int precisionMs() {
        return precisionMs;
    }

    private static boolean isSeparator(byte b) {
        return b == ' ' || b == '\t' || b == ',' || b == ';';
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, Math.min(to - from, 64), StandardCharsets.UTF_8);
    }

    /// Seconds since 1970 with or without decimals, or milliseconds where they are twelve digits or more;
    /// what is wrong with it, or nothing.
    private String unix(byte[] bytes, int from, int to) {
        int dot = from;
        while (dot < to && bytes[dot] != '.') {
            dot++;
        }
        boolean inMs = dot - from >= LEAST_DIGITS_OF_MS;
        long ms = Decimals.parse(bytes, from, to, inMs ? 0 : 3);
        if (ms == Decimals.MALFORMED) {
            return "not-a-time";
        }
        if (ms < FIRST_MS || ms > LAST_MS) {
            return "time-out-of-range";
        }
        momentMs = ms;
        int decimals = to - dot - 1;
        precisionMs = inMs || decimals > 2 ? 1 : decimals == 2 ? 10 : decimals == 1 ? 100 : 1000;
        return "";
    }

    private String lead(byte[] bytes, int from, int to) {
        if (!moment.read(bytes, from, to)) {
            return moment.code().equals("not-a-time") ? unix(bytes, from, to) : moment.code();
        }
        if (moment.isDateOnly() || moment.offsetMinutes() == Moment.NO_OFFSET) {
            return moment.isDateOnly() ? "not-a-time" : "missing-zone";
        }
        momentMs = moment.localMs() - moment.offsetMinutes() * 60_000L;
        precisionMs = moment.precisionMs();
        return "";
    }

    /// Some receivers end the line with the second in which they heard it. What else may stand there says no
    /// time.
    private void rest(byte[] bytes, int restFrom, int lineTo) {
        int to = lineTo;
        while (to > restFrom && isSeparator(bytes[to - 1])) {
            to--;
        }
        int from = to;
        while (from > restFrom && bytes[from - 1] >= '0' && bytes[from - 1] <= '9') {
            from--;
        }
        boolean isSecond = (to - from == 9 || to - from == 10) && from > restFrom && bytes[from - 1] == ',';
        if (isSecond && !unix(bytes, from, to).isEmpty()) {
            momentMs = Draft.NONE;
        }
    }
}
