package truceline.web;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import truceline.ledger.LedgerException;
import truceline.ledger.Tile;
import truceline.station.Published;

/// The ledger as C2SP tlog-tiles has it, byte for byte: the checkpoint, tiles and bundles of entries; and proofs of
/// single entries.
final class LedgerFiles {
    private LedgerFiles() {}

    static void checkpoint(Context request, OpenSite site) {
        Published ledger = Published.open(site.site().folder());
        if (!Answers.isKnown(request, ledger.size(), ledger.root(), said(ledger))) {
            Answers.text(request, "text/plain", ledger.checkpoint());
        }
    }

    /// A tile by its path below `ledger/`, which has one spelling only. A partial tile may be gone once the full one
    /// exists.
    static void tile(Context request, OpenSite site, String path) throws IOException {
        Tile tile = tile(path);
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(site.site().folder().resolve("ledger").resolve(tile.path()));
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

    /// The proof of an entry; for one that is durable but under no checkpoint yet, that it is accepted (202).
    static void proof(Context request, OpenSite site, long index) {
        Published ledger = Published.open(site.site().folder());
        if (index < 0 || index >= ledger.size() && !site.isAccepted(index)) {
            throw new NotFoundResponse("There is no such entry.");
        }
        if (index >= ledger.size()) {
            request.status(202);
            request.header("Retry-After", "1");
            request.header("Cache-Control", "no-store");
            Answers.json(request, new Status(index, "accepted"));
        } else if (!Answers.isKnown(request, ledger.size(), ledger.root(), said(ledger))) {
            Answers.text(request, "text/plain", new String(ledger.proof(index).encode(), StandardCharsets.UTF_8));
        }
    }

    /// Differs with every cosignature: the same size may be published again with more of them.
    private static String said(Published ledger) {
        return Integer.toHexString(ledger.checkpoint().hashCode());
    }

    record Status(long index, String status) {}
}
