package truceline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WitnessingTest {
    private static final Signer LOG = Signer.of("log.example", new byte[32]);
    private static final List<Verifier> LOGS = List.of(LOG.verifier());

    private static HashReader tree(int size) {
        TreeMap<String, byte[]> tiles = new TreeMap<>();
        TileBuilder builder = new TileBuilder((tile, bytes) -> tiles.put(tile.path(), bytes));
        for (int i = 0; i < size; i++) {
            builder.append(
                    Hash.leaf(Integer.toString(i).getBytes(StandardCharsets.UTF_8))
                            .bytes(),
                    0,
                    1);
        }
        builder.partials((tile, bytes) -> tiles.put(tile.path(), bytes));
        return new TileHashes(size, tile -> tiles.get(tile.path()));
    }

    private static Checkpoint checkpoint(int size) {
        return new Checkpoint(LOG.name(), size, Proofs.root(tree(size), size));
    }

    private static WitnessRequest request(int older, int newer) {
        return new WitnessRequest(
                older,
                Proofs.consistency(tree(newer), older, newer),
                checkpoint(newer).sign(LOG));
    }

    private static Seen seen(int size) {
        return new Seen(size, checkpoint(size).root());
    }

    private static Witnessing.Answer answer(Seen seen, WitnessRequest request) {
        return Witnessing.answer(LOGS, seen, WitnessRequest.parse(request.encode()));
    }

    @Test
    void a_growing_log_is_cosigned_from_every_size_to_every_size() {
        Seen seen = Seen.NOTHING;
        for (int size = 0; size < 260; size += 1 + size / 7) {
            Witnessing.Answer answer = answer(seen, request((int) seen.size(), size));
            assertThat(answer.status()).as("from %d to %d", seen.size(), size).isEqualTo(200);
            assertThat(answer.seen()).isEqualTo(seen(size));
            assertThat(answer(answer.seen(), request(size, size)).isCosigned()).isTrue();
            seen = answer.seen();
        }
    }

    @Test
    void a_log_it_does_not_serve_is_404() {
        Signer other = Signer.of("other.example", new byte[32]);
        Note note = new Checkpoint(other.name(), 1, checkpoint(1).root()).sign(other);
        assertThat(answer(Seen.NOTHING, new WitnessRequest(0, List.of(), note)).status())
                .isEqualTo(404);
        assertThat(Witnessing.answer(List.of(), Seen.NOTHING, request(0, 1)).status())
                .isEqualTo(404);
    }

    @Test
    void a_checkpoint_that_the_log_did_not_sign_is_403() {
        byte[] seed = new byte[32];
        seed[0] = 1;
        Note note = checkpoint(1).sign(Signer.of(LOG.name(), seed));
        assertThat(answer(Seen.NOTHING, new WitnessRequest(0, List.of(), note)).status())
                .isEqualTo(403);
        Note stolen = new Note(checkpoint(2).text(), checkpoint(1).sign(LOG).lines());
        assertThat(answer(Seen.NOTHING, new WitnessRequest(0, List.of(), stolen))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void an_old_size_above_the_checkpoint_is_400_before_it_is_409() {
        WitnessRequest request = new WitnessRequest(5, List.of(), checkpoint(4).sign(LOG));
        assertThat(answer(seen(4), request).status()).isEqualTo(400);
        assertThat(answer(seen(5), request).status()).isEqualTo(400);
    }

    @Test
    void another_old_size_is_409_and_tells_the_size_cosigned_last() {
        for (int old : List.of(0, 1, 4)) {
            Witnessing.Answer answer = answer(seen(3), request(old, 6));
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.tellsSize()).isTrue();
            assertThat(answer.seen()).isEqualTo(seen(3));
        }
        assertThat(answer(seen(3), request(2, 2)).status()).as("a smaller tree").isEqualTo(409);
    }

    @Test
    void the_same_size_with_another_root_is_409_and_tells_no_size() {
        Note fork = new Checkpoint(LOG.name(), 3, checkpoint(4).root()).sign(LOG);
        Witnessing.Answer answer = answer(seen(3), new WitnessRequest(3, List.of(), fork));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.tellsSize()).isFalse();
        assertThat(answer.seen()).isEqualTo(seen(3));
    }

    @Test
    void a_proof_that_does_not_hold_is_422() {
        WitnessRequest good = request(3, 6);
        Note fork = new Checkpoint(LOG.name(), 6, checkpoint(5).root()).sign(LOG);
        List<Hash> longer = new ArrayList<>(good.proof());
        longer.add(checkpoint(1).root());
        for (WitnessRequest bad : List.of(
                new WitnessRequest(3, good.proof(), fork),
                new WitnessRequest(3, List.of(), good.note()),
                new WitnessRequest(3, longer, good.note()),
                new WitnessRequest(3, request(2, 6).proof(), good.note()))) {
            Witnessing.Answer answer = answer(seen(3), bad);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.seen()).isEqualTo(seen(3));
        }
        assertThat(answer(Seen.NOTHING, new WitnessRequest(0, good.proof(), good.note()))
                        .status())
                .isEqualTo(422);
        assertThat(answer(seen(6), new WitnessRequest(6, good.proof(), good.note()))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void a_body_in_any_other_spelling_is_malformed() {
        String good = new String(request(3, 6).encode(), StandardCharsets.UTF_8);
        WitnessRequest.parse(good.getBytes(StandardCharsets.UTF_8));
        for (String bad : List.of(
                "",
                good.replace("old 3", "old 03"),
                good.replace("old 3", "old -3"),
                good.replace("old 3", "old +3"),
                good.replace("old 3", "old 9223372036854775808"),
                good.replace("old 3", "old  3"),
                good.replace("old 3", "old"),
                good.replace("old 3\n", "old 3\n\n"),
                good.replace("old 3\n", "old 3\r\n"),
                good.replaceFirst("=\n", "\n"),
                good.replaceFirst("\n\n", "\n"),
                good + "\n",
                good.substring(0, good.length() - 1),
                good.replace("log.example\n6\n", "log.example\n06\n"),
                "old 3\n" + (checkpoint(1).root().base64() + "\n").repeat(64)
                        + good.substring(good.indexOf("\n\n") + 1))) {
            assertThatThrownBy(() -> WitnessRequest.parse(bad.getBytes(StandardCharsets.UTF_8)), "%s", bad)
                    .isInstanceOfSatisfying(
                            LedgerException.class, e -> assertThat(e.code()).isEqualTo("malformed"));
        }
        byte[] notUtf8 = request(3, 6).encode();
        notUtf8[4] = (byte) 0xff;
        assertThatThrownBy(() -> WitnessRequest.parse(notUtf8)).isInstanceOf(LedgerException.class);
        assertThatThrownBy(() -> WitnessRequest.parse(new byte[70_000])).isInstanceOf(LedgerException.class);
    }
}
