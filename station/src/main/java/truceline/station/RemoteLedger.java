package truceline.station;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.audit.TreeFiles;
import truceline.intake.Refusal;
import truceline.ledger.Checkpoint;
import truceline.ledger.EntryBundle;
import truceline.ledger.Hash;
import truceline.ledger.LedgerException;
import truceline.ledger.Note;
import truceline.ledger.Tile;

/// A ledger that is published at an address (C2SP tlog-tiles), as the files that an audit reads.
///
/// One checkpoint for its whole life: the tiles of its tree and no others are fetched, one at a time, each up to the
/// most bytes it can have and for five minutes. By `https`, or by `http` from this machine alone; a redirection is not
/// followed. A file that
/// the server says it does not have is read as empty, which an audit names; whatever else goes wrong is an
/// [UncheckedIOException]: nothing can be said then. Safe for many threads.
public final class RemoteLedger {
    /// The most bytes that a checkpoint may have.
    public static final int MOST_CHECKPOINT_BYTES = 1_000_000;

    private static final String CHECKPOINT = "checkpoint";
    private static final int MOST_BUNDLE_BYTES = Tile.WIDTH * (2 + EntryBundle.MAX_ENTRY_BYTES);
    private static final long MOST_ENTRIES = 100_000_000;
    private static final int OK = 200;
    private static final int ABSENT = 404;

    private final BoundedHttp http;
    private final URI prefix;
    private final byte[] checkpoint;

    /// @param whole how long one file may take to come
    private RemoteLedger(URI prefix, Duration whole) {
        this.http = new BoundedHttp(whole);
        URI below = prefix;
        byte[] note = fetch(below, CHECKPOINT, MOST_CHECKPOINT_BYTES);
        if (note == null) {
            below = prefix.resolve("ledger/");
            note = fetch(below, CHECKPOINT, MOST_CHECKPOINT_BYTES);
        }
        if (note == null) {
            throw new Refusal("not-found", "there is no ledger at " + prefix);
        }
        this.prefix = below;
        this.checkpoint = note;
    }

    /// The files of the ledger at an address, or at `ledger/` below it.
    ///
    /// @throws Refusal where the address is none that may be read, or no ledger is there
    public static TreeFiles files(String address) {
        return files(address, BoundedHttp.WHOLE);
    }

    static TreeFiles files(String address, Duration whole) {
        RemoteLedger remote = new RemoteLedger(BoundedHttp.folder(address), whole);
        return new TreeFiles(remote.paths(), remote::read);
    }

    /// The paths of the tree that the checkpoint tells of; of one that cannot be read, the checkpoint alone.
    private List<String> paths() {
        List<String> paths = new ArrayList<>(List.of(CHECKPOINT));
        long size;
        try {
            size = Checkpoint.parse(Note.parse(checkpoint).text()).size();
        } catch (LedgerException _) {
            return paths;
        }
        if (size > MOST_ENTRIES) {
            throw new Refusal("too-large", "a ledger of more than " + MOST_ENTRIES + " entries is audited from a copy");
        }
        for (int level = Tile.ENTRIES; Tile.countAt(level, size) > 0; level++) {
            for (long index = 0; index * Tile.WIDTH < Tile.countAt(level, size); index++) {
                paths.add(Tile.of(level, index, size).path());
            }
        }
        return paths;
    }

    private byte[] read(String path) {
        if (path.equals(CHECKPOINT)) {
            return checkpoint.clone();
        }
        Tile tile = Tile.parse(path);
        byte[] bytes = fetch(prefix, path, most(tile));
        if (bytes == null && tile.isPartial()) {
            byte[] full = fetch(prefix, tile.full().path(), most(tile.full()));
            bytes = full == null ? null : beginning(tile, full);
        }
        return bytes == null ? new byte[0] : bytes;
    }

    /// The most bytes that a tile or a bundle of entries can have.
    public static int most(Tile tile) {
        return tile.level() == Tile.ENTRIES ? MOST_BUNDLE_BYTES : tile.width() * Hash.BYTES;
    }

    /// The part of a full tile that a partial one was; a bundle that does not parse is given whole, to be found wrong.
    private static byte[] beginning(Tile tile, byte[] full) {
        if (tile.level() != Tile.ENTRIES) {
            return Arrays.copyOf(full, Math.min(full.length, tile.width() * Hash.BYTES));
        }
        try {
            return EntryBundle.encode(EntryBundle.decode(full, Tile.WIDTH).subList(0, tile.width()));
        } catch (LedgerException _) {
            return full;
        }
    }

    private byte @Nullable [] fetch(URI below, String path, int most) {
        HttpRequest request = BoundedHttp.request(below.resolve(path)).GET().build();
        try {
            HttpResponse<byte[]> response = http.send(request, most);
            if (response.statusCode() == ABSENT) {
                return null;
            }
            if (response.statusCode() != OK) {
                throw new IOException(request.uri() + " answers " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
