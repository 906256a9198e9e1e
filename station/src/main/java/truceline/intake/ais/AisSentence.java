package truceline.intake.ais;

/// One line of a log of AIS: `!AIVDM,2,1,6,B,payload,0*3B`, with or without a tag block (`\c:1700000000*50\`)
/// and other text before it, and with or without text behind its checksum (NMEA 0183, IEC 61162-1). Ranges
/// point into the bytes that were read last. One object serves a whole file. Not thread-safe.
public final class AisSentence {
    /// What a line is.
    public enum Sort {
        /// A message of AIS or a part of one.
        MESSAGE,
        /// A comment, or a sentence of another instrument.
        OTHER,
        /// Neither; {@link AisSentence#code} says why.
        BROKEN
    }

    private static final int CELLS = 7;
    private static final int LONGEST_PAYLOAD = AisBits.MOST_BITS / 6;

    private byte[] bytes = {};
    private int end;
    private String field = "";
    private String code = "";
    private int leadFrom;
    private int leadTo;
    private int tagTimeFrom;
    private int tagTimeTo;
    private int star;
    private final int[] cellFrom = new int[CELLS];
    private final int[] cellTo = new int[CELLS];

    /// Reads `line[from, to)`.
    public Sort read(byte[] line, int from, int to) {
        bytes = line;
        end = to;
        field = "";
        code = "";
        tagTimeFrom = 0;
        tagTimeTo = 0;
        int at = skipBlanks(from);
        if (at == to || bytes[at] == '#' || bytes[at] == '$') {
            return Sort.OTHER;
        }
        leadFrom = at;
        while (at < to && bytes[at] != '!' && bytes[at] != '\\' && bytes[at] != '$') {
            at++;
        }
        leadTo = at;
        while (at < to && bytes[at] == '\\') {
            at = tagBlock(at + 1);
            if (at < 0) {
                return Sort.BROKEN;
            }
        }
        if (at < to && bytes[at] == '$') {
            return Sort.OTHER;
        }
        if (at == to || bytes[at] != '!') {
            return broken("", "not-a-sentence");
        }
        return sentence(at + 1);
    }

    /// Which part of a broken line is at fault; empty where the whole is.
    public String field() {
        return field;
    }

    /// Why a line is broken, a kebab word.
    public String code() {
        return code;
    }

    public int parts() {
        return bytes[cellFrom[1]] - '0';
    }

    /// Which part of the message this is, from 1.
    public int part() {
        return bytes[cellFrom[2]] - '0';
    }

    /// What the parts of one message have in common: sequence number and channel.
    public int group() {
        int sequence = isEmpty(3) ? 10 : bytes[cellFrom[3]] - '0';
        return sequence << 8 | (isEmpty(4) ? 0 : bytes[cellFrom[4]] & 0xFF);
    }

    public int payloadFrom() {
        return cellFrom[5];
    }

    public int payloadTo() {
        return cellTo[5];
    }

    public int fillBits() {
        return isEmpty(6) ? 0 : bytes[cellFrom[6]] - '0';
    }

    /// Text before the tag block or the sentence.
    public int leadFrom() {
        return leadFrom;
    }

    public int leadTo() {
        return leadTo;
    }

    /// The value of `c:` in a tag block; an empty range where there is none.
    public int tagTimeFrom() {
        return tagTimeFrom;
    }

    public int tagTimeTo() {
        return tagTimeTo;
    }

    /// First byte behind the checksum; the text there goes to the end of the line.
    public int restFrom() {
        return star + 3;
    }

    private int skipBlanks(int from) {
        int at = from;
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
        }
        return at;
    }

    private Sort broken(String faultyField, String kebabCode) {
        field = faultyField;
        code = kebabCode;
        return Sort.BROKEN;
    }

    /// Reads over a tag block; the place behind it, or -1 where it is broken.
    private int tagBlock(int from) {
        int close = find('\\', from, end);
        int check = find('*', from, close);
        if (close == end || check == close) {
            broken("tag_block", close == end ? "not-a-sentence" : "checksum-missing");
            return -1;
        }
        if (!isChecked(from, check, close)) {
            broken("tag_block", "checksum-differs");
            return -1;
        }
        for (int at = from; at < check; at = find(',', at, check) + 1) {
            if (bytes[at] == 'c' && at + 1 < check && bytes[at + 1] == ':') {
                tagTimeFrom = at + 2;
                tagTimeTo = find(',', at, check);
            }
        }
        return close + 1;
    }

    private Sort sentence(int from) {
        star = find('*', from, end);
        if (star == end) {
            return broken("checksum", "checksum-missing");
        }
        if (!isChecked(from, star, end)) {
            return broken("checksum", "checksum-differs");
        }
        int cells = split(from);
        int sort = cellTo[0] - 3;
        boolean isAis = sort > cellFrom[0]
                && bytes[sort] == 'V'
                && bytes[sort + 1] == 'D'
                && (bytes[sort + 2] == 'M' || bytes[sort + 2] == 'O');
        if (!isAis) {
            return Sort.OTHER;
        }
        return cells == CELLS ? cells() : broken("", "wrong-number-of-cells");
    }

    private Sort cells() {
        if (!isDigit(1, 1, 9)) {
            return broken("parts", "not-a-number");
        }
        if (!isDigit(2, 1, parts())) {
            return broken("part", "not-a-number");
        }
        if (!isEmpty(3) && !isDigit(3, 0, 9)) {
            return broken("sequence", "not-a-number");
        }
        if (cellTo[4] - cellFrom[4] > 1) {
            return broken("channel", "unknown-word");
        }
        if (!isEmpty(6) && !isDigit(6, 0, 5)) {
            return broken("fill_bits", "not-a-number");
        }
        if (cellTo[5] - cellFrom[5] > LONGEST_PAYLOAD) {
            return broken("payload", "too-long");
        }
        for (int at = cellFrom[5]; at < cellTo[5]; at++) {
            if (!AisBits.isPayload(bytes[at])) {
                return broken("payload", "not-a-payload");
            }
        }
        return Sort.MESSAGE;
    }

    private int split(int from) {
        int cells = 0;
        int at = from;
        while (at <= star) {
            int to = find(',', at, star);
            if (cells < CELLS) {
                cellFrom[cells] = at;
                cellTo[cells] = to;
            }
            cells++;
            at = to + 1;
        }
        return cells;
    }

    private boolean isEmpty(int cell) {
        return cellFrom[cell] == cellTo[cell];
    }

    private boolean isDigit(int cell, int least, int most) {
        int digit = cellTo[cell] - cellFrom[cell] == 1 ? bytes[cellFrom[cell]] - '0' : -1;
        return digit >= least && digit <= most;
    }

    private int find(char c, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != c) {
            at++;
        }
        return at;
    }

    /// True where the two digits behind the star are the exclusive or of the bytes before it.
    private boolean isChecked(int from, int check, int to) {
        if (check + 3 > to) {
            return false;
        }
        int sum = 0;
        for (int i = from; i < check; i++) {
            sum ^= bytes[i];
        }
        int high = Character.digit(bytes[check + 1], 16);
        int low = Character.digit(bytes[check + 2], 16);
        return high >= 0 && low >= 0 && sum == (high << 4 | low);
    }
}
