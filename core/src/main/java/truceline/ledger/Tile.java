package truceline.ledger;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One tile of a tree, named as C2SP tlog-tiles names it: `tile/0/x001/234`, `tile/entries/000.p/44`.
///
/// @param level 0 for leaf hashes, one more for each 256-fold, [#ENTRIES] for a bundle of entries
/// @param index which tile of its level, from 0
/// @param width hashes or entries in it, 1 to 256; less than 256 is a partial tile
public record Tile(int level, long index, int width) {
    public static final int WIDTH = 256;
    public static final int ENTRIES = -1;

    /// 8 levels of 8 bits cover every size that fits in 63 bits.
    private static final int MAX_LEVEL = 7;

    private static final long MAX_INDEX = Long.MAX_VALUE / WIDTH - 1;

    private static final Pattern PATH =
            Pattern.compile("tile/(entries|[0-7])/((?:x[0-9]{3}/){0,5})([0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    public Tile {
        if (level < ENTRIES || level > MAX_LEVEL || index < 0 || index > MAX_INDEX || width < 1 || width > WIDTH) {
            throw LedgerException.malformed("no tile has level " + level + ", index " + index + ", width " + width);
        }
    }

    /// The tile with number `index` of a tree of `size`, as wide as that size makes it; at least one hash must exist.
    public static Tile of(int level, long index, long size) {
        long count = countAt(level, size) - index * WIDTH;
        if (count <= 0) {
            throw LedgerException.malformed("a tree of " + size + " has no tile " + index + " at level " + level);
        }
        return new Tile(level, index, (int) Math.min(WIDTH, count));
    }

    /// Hashes (or entries) a tree of `size` has at a level.
    public static long countAt(int level, long size) {
        return level <= 0 ? size : size >>> (8 * level);
    }

    /// The path relative to the ledger's folder or address.
    public String path() {
        StringBuilder text = new StringBuilder(40);
        text.append("tile/").append(level == ENTRIES ? "entries" : Integer.toString(level));
        group(text, index / 1000);
        text.append('/');
        digits(text, index % 1000);
        if (isPartial()) {
            text.append(".p/").append(width);
        }
        return text.toString();
    }

    private static void group(StringBuilder text, long high) {
        if (high > 0) {
            group(text, high / 1000);
            text.append("/x");
            digits(text, high % 1000);
        }
    }

    private static void digits(StringBuilder text, long value) {
        text.append((char) ('0' + value / 100))
                .append((char) ('0' + value / 10 % 10))
                .append((char) ('0' + value % 10));
    }

    /// Reads a path; refuses every spelling but the one [#path] writes.
    public static Tile parse(String path) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            throw LedgerException.malformed("not a tile path: " + path);
        }
        int level = "entries".equals(matcher.group(1)) ? ENTRIES : Integer.parseInt(matcher.group(1));
        long index = Long.parseLong((matcher.group(2) + matcher.group(3)).replaceAll("[x/]", ""));
        String width = matcher.group(4);
        Tile tile = new Tile(level, index, width == null ? WIDTH : Integer.parseInt(width));
        if (!tile.path().equals(path)) {
            throw LedgerException.malformed("a tile path that would be written differently: " + path);
        }
        return tile;
    }

    public boolean isPartial() {
        return width < WIDTH;
    }

    /// The first entry below this tile.
    public long firstEntry() {
        return level <= 0 ? index * WIDTH : index * WIDTH << (8 * level);
    }

    /// The tile as it is once 256 wide.
    public Tile full() {
        return new Tile(level, index, WIDTH);
    }
}
