package truceline.station;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import truceline.intake.Refusal;
import truceline.ledger.LedgerException;
import truceline.ledger.Note;
import truceline.ledger.Verifier;
import truceline.ledger.WitnessRequest;
import truceline.ledger.Witnessing;
import truceline.store.WitnessStore;

/// A witness at work in a folder of its own, beside no station: answers what C2SP tlog-witness asks. Thread-safe.
public final class WitnessPost implements AutoCloseable {
    private final WitnessStore store;
    private final Clock clock;

    private WitnessPost(WitnessStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// An answer as HTTP has it.
    ///
    /// @param type media type
    public record Reply(int status, String type, String body) {}

    /// Makes the witness in a folder where there is none yet.
    ///
    /// @param name of its key, as `witness.example/a`; null to open one that exists
    /// @throws Refusal where there is none and no name is given
    public static WitnessPost open(Path folder, @Nullable String name, Clock clock) {
        if (!Files.exists(folder.resolve("keys").resolve("witness.key"))) {
            if (name == null) {
                throw new Refusal("not-found", "there is no witness in " + folder + ": make one with --name");
            }
            WitnessStore.create(folder, name);
        }
        WitnessStore store = WitnessStore.open(folder);
        if (name != null && !store.key().name().equals(name)) {
            store.close();
            throw new Refusal(
                    "configuration",
                    "the witness in " + folder + " is named " + store.key().name());
        }
        return new WitnessPost(store, clock);
    }

    /// Serves one more log from now on.
    ///
    /// @throws Refusal where the text is no vkey
    public void serve(String vkey) {
        try {
            store.serve(Verifier.parse(vkey));
        } catch (LedgerException e) {
            if (e.code().equals("malformed")) {
                throw new Refusal("usage", "--log " + vkey + ": " + e.getMessage());
            }
            throw e;
        }
    }

    /// Its public key, as parties put it into their policy.
    public String key() {
        return store.key().text();
    }

    /// How many logs it serves.
    public int logs() {
        return store.logs().size();
    }

    /// Answers `add-checkpoint`. A cosignature is durable before it is returned.
    public Reply addCheckpoint(byte[] body) {
        WitnessRequest request;
        try {
            request = WitnessRequest.parse(body);
        } catch (LedgerException e) {
            return plain(Witnessing.MALFORMED, e.getMessage() + "\n");
        }
        WitnessStore.Reply reply = store.addCheckpoint(request, clock.nowMs() / 1000);
        Witnessing.Answer answer = reply.answer();
        if (answer.isCosigned()) {
            StringBuilder lines = new StringBuilder();
            reply.lines().forEach(line -> lines.append(line.text()));
            return plain(Witnessing.COSIGNED, lines.toString());
        }
        return answer.tellsSize()
                ? new Reply(answer.status(), "text/x.tlog.size", answer.seen().size() + "\n")
                : plain(answer.status(), answer.why() + "\n");
    }

    /// Answers `<origin hash>/checkpoint`: 404 where it never cosigned such a log.
    public Reply checkpoint(String originHash) {
        Note note = store.findNote(originHash);
        return note == null
                ? plain(Witnessing.UNKNOWN_LOG, "this witness cosigned no checkpoint of such a log\n")
                : plain(Witnessing.COSIGNED, new String(note.encode(), StandardCharsets.UTF_8));
    }

    private static Reply plain(int status, String body) {
        return new Reply(status, "text/plain; charset=utf-8", body);
    }

    @Override
    public void close() {
        store.close();
    }
}
