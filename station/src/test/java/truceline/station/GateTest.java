package truceline.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import truceline.intake.Refusal;
import truceline.ledger.Acceptance;
import truceline.ledger.LedgerException;
import truceline.ledger.SignedText;
import truceline.ledger.Verifier;
import truceline.mission.Entry;
import truceline.mission.EntryText;
import truceline.mission.SubmissionText;

/// What is sent twice is entered once, and whoever sent it holds one receipt.
class GateTest {
    private static final Camera CAMERA = new Camera("camera-1");

    @TempDir
    private Path folder = Path.of("");

    private Station enrolled() throws IOException {
        Camera.found(folder);
        Station station = Camera.open(folder, Camera.wide());
        CAMERA.enrol(station);
        return station;
    }

    private static String text(Answer answer) {
        return new String(answer.receipt().encode(), StandardCharsets.UTF_8);
    }

    private SortedMap<String, Integer> entries() {
        TreeMap<String, Integer> counts = new TreeMap<>();
        LedgerView ledger = LedgerView.open(folder);
        for (long index = 0; index < ledger.size(); index++) {
            counts.merge(EntryLine.type(ledger.entry(index)), 1, Integer::sum);
        }
        return counts;
    }

    @Test
    void a_storm_of_racing_retries_with_lost_replies_leaves_each_submission_once() throws Exception {
        int ids = 10_000;
        int retries = 5;
        List<SignedSubmission> sent = new ArrayList<>();
        for (int id = 0; id < ids; id++) {
            sent.add(CAMERA.row(id));
        }
        List<ConcurrentLinkedQueue<String>> replies = new ArrayList<>();
        sent.forEach(any -> replies.add(new ConcurrentLinkedQueue<>()));
        try (Station station = enrolled()) {
            AtomicInteger next = new AtomicInteger();
            List<Thread> senders = new ArrayList<>();
            for (int sender = 0; sender < 40; sender++) {
                Random loss = new Random(sender);
                senders.add(Thread.ofVirtual().start(() -> {
                    for (int turn = next.getAndIncrement(); turn < ids * retries; turn = next.getAndIncrement()) {
                        int id = turn / retries;
                        String reply = take(station, sent.get(id));
                        if (loss.nextInt(10) >= 3) {
                            replies.get(id).add(reply);
                        }
                    }
                }));
            }
            for (Thread sender : senders) {
                sender.join();
            }
            for (int id = 0; id < ids; id++) {
                // Whose replies were all lost asks until one arrives.
                if (replies.get(id).isEmpty()) {
                    replies.get(id).add(take(station, sent.get(id)));
                }
            }
        }
        for (int id = 0; id < ids; id++) {
            assertThat(replies.get(id).stream().distinct()).as("id %d", id).hasSize(1);
        }
        SortedMap<String, Integer> counts = entries();
        assertThat(counts).containsEntry("submission", ids).containsEntry("observations", ids);
        assertThat(counts).doesNotContainKey("conflict");
        assertThat(FolderAudit.of(folder, null).tree()).isEmpty();
    }

    private static String take(Station station, SignedSubmission sent) {
        try {
            return text(station.take(sent));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void after_a_restart_the_receipt_is_the_same_and_nothing_is_entered() throws Exception {
        SignedSubmission sent = CAMERA.rows(0, 40);
        String first;
        try (Station station = enrolled()) {
            Answer answer = station.take(sent);
            first = text(answer);
            assertThat(answer.accepted()).isEqualTo(40);
            // Durable, and under no checkpoint: the answer did not wait for one.
            assertThat(LedgerView.open(folder).size()).isLessThan(station.size());
        }
        SortedMap<String, Integer> before = entries();
        try (Station station = Camera.open(folder, Camera.wide())) {
            Answer again = station.take(sent);
            assertThat(text(again)).isEqualTo(first);
            assertThat(again.accepted()).isEqualTo(40);
            assertThat(again.duplicates()).isZero();
        }
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void the_receipt_is_signed_by_the_log_and_kept_by_it() throws Exception {
        Answer answer;
        try (Station station = enrolled()) {
            answer = station.take(CAMERA.rows(0, 3));
        }
        LedgerView ledger = LedgerView.open(folder);
        Verifier log = Verifier.parse(ledger.key());
        Acceptance read = Acceptance.open(answer.receipt(), log);
        List<byte[]> entries = new ArrayList<>();
        for (long index = read.index(); index < read.index() + read.count(); index++) {
            entries.add(ledger.entry(index));
        }
        assertThat(read.isOf(entries)).isTrue();
        assertThat(read.verify(ledger.proof(read.index()), log).size()).isEqualTo(ledger.size());
        assertThatThrownBy(() -> read.verify(ledger.proof(read.index() - 1), log))
                .isInstanceOf(LedgerException.class);
    }

    @Test
    void an_id_used_for_other_content_is_refused_and_recorded_once() throws Exception {
        SignedSubmission first = CAMERA.row(1);
        SignedSubmission other = CAMERA.other(first, 2);
        try (Station station = enrolled()) {
            station.take(first);
            for (int time = 0; time < 3; time++) {
                assertThatThrownBy(() -> station.take(other))
                        .isInstanceOfSatisfying(
                                Refusal.class,
                                refusal -> assertThat(refusal.code()).isEqualTo("id-conflict"));
            }
        }
        try (Station station = Camera.open(folder, Camera.wide())) {
            assertThatThrownBy(() -> station.take(other)).isInstanceOf(Refusal.class);
        }
        assertThat(entries()).containsEntry("conflict", 1).containsEntry("submission", 1);
        LedgerView ledger = LedgerView.open(folder);
        for (long index = 0; index < ledger.size(); index++) {
            if (EntryText.read(ledger.entry(index)) instanceof Entry.Conflicted conflicted) {
                String text = SubmissionText.of(Camera.ORIGIN, first.id(), conflicted);
                Verifier key = CAMERA.key().verifier();
                assertThat(SignedText.verify(text, key, conflicted.signed().signature()))
                        .isTrue();
            }
        }
    }

    @Test
    void conflicts_are_no_flood() throws Exception {
        Camera.found(folder);
        Limits.Rate much = new Limits.Rate(1e9, 1e9, 100);
        Limits few = new Limits(much, much, new Limits.Rate(0, 2, 100), 100);
        try (Station station = Camera.open(folder, few)) {
            CAMERA.enrol(station);
            SignedSubmission first = CAMERA.row(1);
            station.take(first);
            List<String> codes = new ArrayList<>();
            for (int number = 2; number < 6; number++) {
                SignedSubmission other = CAMERA.other(first, number);
                try {
                    station.take(other);
                } catch (Refusal refusal) {
                    codes.add(refusal.code());
                }
            }
            assertThat(codes).containsExactly("id-conflict", "id-conflict", "too-many", "too-many");
        }
        assertThat(entries()).containsEntry("conflict", 2);
    }

    @Test
    void only_who_is_on_the_rolls_for_the_source_is_heard() throws Exception {
        try (Station station = enrolled()) {
            SignedSubmission good = CAMERA.row(1);
            assertThatThrownBy(() -> station.take(new Camera("camera-2").row(1)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("rolls");
            SignedSubmission changed = new SignedSubmission(
                    good.id(),
                    good.by(),
                    good.source(),
                    good.format(),
                    CAMERA.row(2).file(),
                    null,
                    good.signature());
            assertThatThrownBy(() -> station.take(changed)).hasMessageContaining("signature");
            SignedSubmission elsewhere = new SignedSubmission(
                    good.id(), good.by(), "drones", good.format(), good.file(), null, good.signature());
            assertThatThrownBy(() -> station.take(elsewhere)).isInstanceOf(Refusal.class);
        }
        assertThat(entries()).doesNotContainKeys("submission", "conflict", "observations");
    }

    @Test
    void a_revoked_device_can_ask_for_the_receipt_of_what_it_sent_before_and_for_nothing_else() throws Exception {
        try (Station station = enrolled()) {
            SignedSubmission sent = CAMERA.row(1);
            String receipt = text(station.take(sent));
            station.revoke(new Revoking(CAMERA.key().name(), null, "stolen", List.of()), (index, leaf) -> {});
            assertThat(text(station.take(sent))).isEqualTo(receipt);
            long size = station.size();
            assertThatThrownBy(() -> station.take(CAMERA.row(2))).hasMessageContaining("revoked");
            assertThatThrownBy(() -> station.take(CAMERA.other(sent, 2))).hasMessageContaining("revoked");
            assertThat(station.size()).isEqualTo(size);
        }
    }

    @Test
    void rows_that_are_held_and_rows_that_are_bad_are_told_apart_each_time() throws Exception {
        try (Station station = enrolled()) {
            station.take(CAMERA.rows(0, 2));
            String bad =
                    new String(CAMERA.rows(1, 3).file(), StandardCharsets.UTF_8) + "91,0,1,1,1,x,0,N,V,n,2,1,1,N\n";
            SignedSubmission mixed = CAMERA.sign("firms-csv", 'P', bad);
            for (int time = 0; time < 2; time++) {
                Answer answer = station.take(mixed);
                assertThat(answer.accepted()).isEqualTo(1);
                assertThat(answer.duplicates()).isEqualTo(1);
                assertThat(answer.rejections()).hasSize(1);
            }
        }
        assertThat(FolderAudit.of(folder, null).recomputed().differ()).isZero();
    }

    @Test
    void what_is_not_public_is_sent_under_the_salt_of_its_signer() throws Exception {
        String rows =
                "id,time,longitude,latitude,means,kind,remark\na,2031-05-14T10:00:00Z,-28.5,-27.5,heard,explosion,x\n";
        SignedSubmission sent = CAMERA.sign("observations-csv", 'M', rows);
        try (Station station = enrolled()) {
            Answer answer = station.take(sent);
            assertThat(answer.accepted()).isEqualTo(1);
            assertThat(text(station.take(sent))).isEqualTo(text(answer));
        }
        assertThat(FolderAudit.of(folder, null).tree()).isEmpty();
    }

    @Test
    void one_submission_is_taken_once_also_while_the_first_is_under_way() throws Exception {
        SignedSubmission sent = CAMERA.row(7);
        ConcurrentLinkedQueue<String> replies = new ConcurrentLinkedQueue<>();
        try (Station station = enrolled()) {
            CountDownLatch start = new CountDownLatch(1);
            List<Thread> senders = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                senders.add(Thread.ofVirtual().start(() -> {
                    try {
                        start.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    replies.add(take(station, sent));
                }));
            }
            start.countDown();
            for (Thread sender : senders) {
                sender.join();
            }
        }
        assertThat(replies).hasSize(50);
        assertThat(replies.stream().distinct()).hasSize(1);
        assertThat(entries()).containsEntry("submission", 1);
    }
}
