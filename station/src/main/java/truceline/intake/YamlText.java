package truceline.intake;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import truceline.agreement.Fault;

/// The characters of a YAML file, before its grammar: well-formed UTF-8 without byte order mark, tabs
/// and characters that nobody sees. Tabs read as spaces, so that the rest can still be checked.
///
/// Not readable when the bytes have no one meaning as text. Lines and columns count from 1, columns in
/// characters.
record YamlText(String text, boolean isReadable, List<Fault> faults) {
    private static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final int LONGEST_LINE = 65_536;
    private static final int MOST_FAULTS = 100;

    static YamlText decode(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            return unreadable(1, 1, "too-large", "An agreement file has at most 4 MiB; split it or shorten it.");
        }
        boolean marked =
                bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        ByteBuffer in = ByteBuffer.wrap(bytes, marked ? 3 : 0, bytes.length - (marked ? 3 : 0));
        CharBuffer out = CharBuffer.allocate(in.remaining());
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        Scan scan = new Scan(out.flip());
        if (marked) {
            scan.faults.add(
                    new Fault(1, 1, "bom", "A byte order mark stands first; save the file as UTF-8 without it."));
        }
        scan.run();
        if (result.isError()) {
            return unreadable(
                    scan.line, scan.column, "bad-encoding", "The bytes here are not UTF-8; save the file as UTF-8.");
        }
        return new YamlText(scan.text.toString(), scan.isReadable, List.copyOf(scan.faults));
    }

    private static YamlText unreadable(int line, int column, String code, String message) {
        return new YamlText("", false, List.of(new Fault(line, column, code, message)));
    }

    /// One pass over the characters that keeps the place.
    private static final class Scan {
        private final CharBuffer text;
        private final List<Fault> faults = new ArrayList<>();
        private boolean isReadable = true;
        private int line = 1;
        private int column = 1;

        Scan(CharBuffer text) {
            this.text = text;
        }

        void run() {
            for (int i = 0; i < text.length(); i++) {
                char c = text.get(i);
                boolean pair = Character.isHighSurrogate(c);
                int point = pair ? Character.toCodePoint(c, text.get(++i)) : c;
                boolean carriage = c == '\r' && i + 1 < text.length() && text.get(i + 1) == '\n';
                if (c == '\n' || c == '\r' && !carriage) {
                    line++;
                    column = 1;
                    continue;
                }
                if (c == '\t') {
                    text.put(i, ' ');
                    fault("tab", "A tab stands here; write spaces.");
                } else if (!isVisible(point) && c != '\r') {
                    isReadable = false;
                    fault("bad-character", "A character that nobody can see stands here; remove it.");
                }
                if (column == LONGEST_LINE + 1) {
                    isReadable = false;
                    fault("line-too-long", "A line has at most 65536 characters; break it.");
                }
                column++;
            }
        }

        private void fault(String code, String message) {
            if (faults.size() < MOST_FAULTS) {
                faults.add(new Fault(line, column, code, message));
            }
        }

        /// Neither a control character, nor one that separates lines or turns the direction of what
        /// follows, nor none at all.
        private static boolean isVisible(int point) {
            boolean control = point < 0x20 || point >= 0x7F && point < 0xA0;
            boolean line = point == 0x2028 || point == 0x2029;
            boolean turns = point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
            boolean none = point == 0xFEFF || (point & 0xFFFE) == 0xFFFE;
            return !control && !line && !turns && !none;
        }
    }
}
