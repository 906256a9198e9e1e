package truceline.web;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import truceline.ledger.LedgerException;
import truceline.ledger.Tile;

/// The ledger as C2SP tlog-tiles has it, byte for byte: the checkpoint, tiles and bundles of entries; and proofs of
/// single entries.
final class LedgerFiles {
    private LedgerFiles() {}

    static void checkpoint(Context request, Snapshot snapshot) {
        if (!Answers.isKnown(request, snapshot)) {
            Answers.text(request, "text/plain", snapshot.ledger().checkpoint());
        }
    }

    /// A tile by its path below `ledger/`, which has one spelling only. A partial tile may be gone once the full one
    /// exists.
    static void tile(Context request, Snapshot snapshot, String path) throws IOException {
        Tile tile = tile(path);
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(
                    snapshot.site().folder().resolve("ledger").resolve(tile.path()));
        } catch (NoSuchFileException _) {
            throw new NotFoundResponse("There is no such tile; of a partial one the full one may exist.");
        }
        request.header("Cache-Control", tile.isPartial() ? Answers.NO_CACHE : Answers.FOR_EVER);
        request.contentType("application/octet-stream").result(bytes);
    }

    private static Tile tile(String path) {
        try {
            return Tile.parse(path);
        } catch (LedgerException | NumberFormatException _) {
            throw new NotFoundResponse("That is not the path of a tile.");
        }
    }

    static void proof(Context request, Snapshot snapshot, long index) {
        if (index < 0 || index >= snapshot.ledger().size()) {
            throw new NotFoundResponse("There is no such entry.");
        }
        if (!Answers.isKnown(request, snapshot)) {
            Answers.text(request, "text/plain", snapshot.ledger().view(index).proof());
        }
    }
}
