package truceline.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import truceline.ledger.EntryBundle;
import truceline.ledger.Hash;
import truceline.ledger.LedgerException;
import truceline.ledger.Tile;

/// Reads tiles and entries of a `ledger/` folder. Safe for many threads, and beside a writer.
final class LedgerFiles {
    private final Disk disk;
    private final Path ledger;

    LedgerFiles(Disk disk, Path ledger) {
        this.disk = disk;
        this.ledger = ledger;
    }

    /// The bytes of a hash tile. A partial tile whose full one exists may be gone: then its part of the full one.
    byte[] hashes(Tile tile) {
        byte[] bytes;
        try {
            bytes = disk.read(ledger.resolve(tile.path()));
        } catch (NoSuchFileException e) {
            bytes = tile.isPartial() ? hashes(tile.full()) : absent(tile, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int length = tile.width() * Hash.BYTES;
        if (bytes.length < length) {
            throw new LedgerException("damaged", tile.path() + " has " + bytes.length + " bytes, not " + length);
        }
        return bytes.length == length ? bytes : Arrays.copyOf(bytes, length);
    }

    /// The entries of a bundle, first to last.
    List<byte[]> entries(Tile tile) {
        byte[] bytes;
        try {
            bytes = disk.read(ledger.resolve(tile.path()));
        } catch (NoSuchFileException e) {
            return tile.isPartial()
                    ? entries(tile.full()).subList(0, tile.width())
                    : EntryBundle.decode(absent(tile, e), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            return EntryBundle.decode(bytes, tile.width());
        } catch (LedgerException e) {
            throw new LedgerException("damaged", tile.path() + ": " + e.getMessage(), e);
        }
    }

    private static byte[] absent(Tile tile, NoSuchFileException cause) {
        throw new LedgerException("damaged", tile.path() + " is missing", cause);
    }
}
