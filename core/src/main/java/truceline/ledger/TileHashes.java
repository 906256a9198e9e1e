package truceline.ledger;

import java.util.function.Function;

/// Answers for every complete subtree of a tree from its hash tiles, which hold only each eighth level.
///
/// Checks the length of a tile, not its content: a proof made from wrong tiles fails when it is verified. As
/// thread-safe as the function it reads from.
public final class TileHashes implements HashReader {
    private final long size;
    private final Function<Tile, byte[]> tiles;

    /// @param tiles bytes of the tile asked for; throws [LedgerException] where there is none
    public TileHashes(long size, Function<Tile, byte[]> tiles) {
        this.size = size;
        this.tiles = tiles;
    }

    @Override
    public Hash hash(int level, long index) {
        int tileLevel = level / 8;
        int within = level % 8;
        long first = index << within;
        Tile tile = Tile.of(tileLevel, first / Tile.WIDTH, size);
        int slot = (int) (first % Tile.WIDTH);
        int count = 1 << within;
        byte[] bytes = tiles.apply(tile);
        if (bytes.length != tile.width() * Hash.BYTES || slot + count > tile.width()) {
            throw new LedgerException("damaged", tile.path() + " does not hold " + tile.width() + " hashes");
        }
        byte[] out = new byte[Hash.BYTES];
        new TreeHasher().subtree(bytes, slot * Hash.BYTES, count, out, 0);
        return Hash.of(out);
    }
}
