package truceline.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Grows a tree leaf by leaf and hands over every hash tile as it becomes full.
///
/// Holds one open tile per level (at most 8 KiB each), so a tree of any size is built in constant memory. One instance
/// serves one thread.
public final class TileBuilder {
    private final TreeHasher hasher = new TreeHasher();
    private final BiConsumer<Tile, byte[]> full;
    private final List<byte[]> open = new ArrayList<>();
    private long size;

    /// Starts an empty tree; `full` receives each full tile and its 8,192 bytes.
    public TileBuilder(BiConsumer<Tile, byte[]> full) {
        this.full = full;
    }

    /// Continues a tree of `size` leaves whose open tiles `tiles` can read.
    public static TileBuilder resume(long size, Function<Tile, byte[]> tiles, BiConsumer<Tile, byte[]> full) {
        TileBuilder builder = new TileBuilder(full);
        builder.size = size;
        for (int level = 0; Tile.countAt(level, size) > 0; level++) {
            byte[] row = builder.row(level);
            long count = Tile.countAt(level, size);
            if (count % Tile.WIDTH != 0) {
                byte[] bytes = tiles.apply(Tile.of(level, count / Tile.WIDTH, size));
                System.arraycopy(bytes, 0, row, 0, (int) (count % Tile.WIDTH) * Hash.BYTES);
            }
        }
        return builder;
    }

    /// Appends `count` leaf hashes that lie one after the other.
    public void append(byte[] leafHashes, int offset, int count) {
        for (int i = 0; i < count; i++) {
            long position = size++;
            push(0, position, leafHashes, offset + i * Hash.BYTES);
        }
    }

    private void push(int level, long position, byte[] hash, int offset) {
        byte[] row = row(level);
        int slot = (int) (position % Tile.WIDTH);
        System.arraycopy(hash, offset, row, slot * Hash.BYTES, Hash.BYTES);
        if (slot == Tile.WIDTH - 1) {
            full.accept(new Tile(level, position / Tile.WIDTH, Tile.WIDTH), row.clone());
            byte[] root = new byte[Hash.BYTES];
            hasher.subtree(row, 0, Tile.WIDTH, root, 0);
            push(level + 1, position / Tile.WIDTH, root, 0);
        }
    }

    private byte[] row(int level) {
        while (open.size() <= level) {
            open.add(new byte[Tile.WIDTH * Hash.BYTES]);
        }
        return open.get(level);
    }

    public long size() {
        return size;
    }

    /// Every partial tile a tree of this size has, lowest level first.
    public void partials(BiConsumer<Tile, byte[]> partial) {
        for (int level = 0; level < open.size(); level++) {
            long count = Tile.countAt(level, size);
            int width = (int) (count % Tile.WIDTH);
            if (width > 0) {
                partial.accept(
                        new Tile(level, count / Tile.WIDTH, width), Arrays.copyOf(open.get(level), width * Hash.BYTES));
            }
        }
    }

    public Hash root() {
        byte @Nullable [] right = null;
        byte[] left = new byte[Hash.BYTES];
        for (int level = 0; level < open.size(); level++) {
            int end = (int) (Tile.countAt(level, size) % Tile.WIDTH);
            while (end > 0) {
                int count = Integer.lowestOneBit(end);
                hasher.subtree(open.get(level), (end - count) * Hash.BYTES, count, left, 0);
                if (right == null) {
                    right = left.clone();
                } else {
                    hasher.node(left, 0, right, 0, right, 0);
                }
                end -= count;
            }
        }
        return right == null ? Hash.EMPTY_TREE : Hash.of(right);
    }
}
