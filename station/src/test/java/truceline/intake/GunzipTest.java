package truceline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class GunzipTest {
    private static final String HEADER = "time,kind\n";

    @Test
    void plain_bytes_pass_as_they_are() throws IOException {
        byte[] plain = "no gzip at all".getBytes(StandardCharsets.UTF_8);
        assertThat(new Gunzip(new ByteArrayInputStream(plain)).readAllBytes()).isEqualTo(plain);
        assertThat(new Gunzip(new ByteArrayInputStream(new byte[0])).readAllBytes())
                .isEmpty();
    }

    @Test
    void members_after_one_another_are_one_file() throws IOException {
        byte[] one = gzip("a,b\n".getBytes(StandardCharsets.UTF_8));
        byte[] two = gzip("c,d\n".getBytes(StandardCharsets.UTF_8));
        InputStream both = new SequenceInputStream(new ByteArrayInputStream(one), new ByteArrayInputStream(two));
        Gunzip gunzip = new Gunzip(both);
        assertThat(new String(gunzip.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("a,b\nc,d\n");
        assertThat(gunzip.fault()).isNull();
    }

    @Test
    void what_was_good_before_a_cut_is_kept_and_the_cut_is_one_rejection() throws IOException {
        byte[] whole = gzip(file(5000));
        for (int cut : new int[] {300, 2000, whole.length / 2, whole.length - 9, whole.length - 1}) {
            Rows rows = Rows.of(new ObservationsCsvReader(), Arrays.copyOf(whole, cut));
            assertThat(rows.rejected).as("cut after %d bytes", cut).hasSize(1);
            assertThat(rows.rejected.getFirst().code()).isEqualTo("truncated-gzip");
            assertThat(rows.rejected.getFirst().row()).isEqualTo(rows.accepted.size() + 2L);
        }
    }

    @Test
    void a_row_that_the_cut_went_through_is_not_taken_for_whole() throws IOException {
        byte[] noisy =
                gzip((HEADER + "2025-04-20T10:00Z,explosion\n2025-04-20T10:00Z,shot").getBytes(StandardCharsets.UTF_8));
        Rows rows = Rows.of(new ObservationsCsvReader(), Arrays.copyOf(noisy, noisy.length - 8));
        assertThat(rows.accepted).hasSize(1);
        assertThat(rows.fault()).isEqualTo("3  truncated-gzip");
        assertThat(rows.texts.getLast()).isEqualTo("2025-04-20T10:00Z,shot");
    }

    @Test
    void damage_is_seen_by_the_checksum_or_before() throws IOException {
        byte[] whole = gzip(file(2000));
        Random random = new Random(3);
        for (int round = 0; round < 60; round++) {
            byte[] damaged = whole.clone();
            int at = 10 + random.nextInt(whole.length - 10);
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            Gunzip gunzip = new Gunzip(new ByteArrayInputStream(damaged));
            gunzip.readAllBytes();
            assertThat(gunzip.fault()).as("bit at byte %d, seed 3", at).isNotNull();
        }
        byte[] wrongSum = whole.clone();
        wrongSum[whole.length - 6] ^= 1;
        Rows rows = Rows.of(new ObservationsCsvReader(), wrongSum);
        assertThat(rows.accepted).hasSize(2000);
        assertThat(rows.fault()).isEqualTo("2002  damaged-gzip");
    }

    @Test
    void what_swells_without_measure_is_refused() throws IOException {
        byte[] member = gzip(new byte[1 << 20]);
        InputStream zeros = new SequenceInputStream(Collections.enumeration(IntStream.range(0, 200)
                .mapToObj(i -> (InputStream) new ByteArrayInputStream(member))
                .toList()));
        assertThatThrownBy(() -> new Gunzip(zeros).skip(Long.MAX_VALUE))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("4 GiB");
    }

    @Test
    void damage_before_the_header_ends_is_a_refusal() throws IOException {
        byte[] whole = gzip(file(10));
        assertThatThrownBy(() -> Rows.of(new ObservationsCsvReader(), Arrays.copyOf(whole, 12)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("damaged");
    }

    private static byte[] file(int rows) {
        StringBuilder file = new StringBuilder(HEADER);
        Random random = new Random(1);
        for (int i = 0; i < rows; i++) {
            int second = random.nextInt(86_400);
            file.append(
                    String.format("2025-04-20T%02d:%02d:%02dZ,shot%n", second / 3600, second / 60 % 60, second % 60));
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }
}
