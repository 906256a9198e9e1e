package truceline.report.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import truceline.mission.Documents;

class SignedBytesTest {
    private static final String PARIS = Paper.text("agreements/paris-framework-20");

    @Test
    void the_signed_bytes_end_before_the_line_on_which_proposals_begin() {
        SignedBytes signed = Paper.read(PARIS).signed();
        byte[] file = PARIS.getBytes(StandardCharsets.UTF_8);
        String rest = new String(file, signed.length(), file.length - signed.length(), StandardCharsets.UTF_8);
        assertThat(rest).startsWith("proposals:\n");
        assertThat(signed.sha256()).isEqualTo(Documents.sha256(Arrays.copyOf(file, signed.length())));
        assertThat(signed.unsigned()).containsExactly("proposals", "statements", "claims");
        assertThat(signed.command("p.yaml")).isEqualTo("head -c " + signed.length() + " p.yaml | sha256sum");
    }

    @Test
    void what_a_minister_says_changes_the_file_and_not_what_is_signed() {
        SignedBytes before = Paper.read(PARIS).signed();
        SignedBytes after =
                Paper.read(PARIS.replace("nearly ready", "quite ready")).signed();
        assertThat(after.sha256()).isEqualTo(before.sha256());
        assertThat(after.fileSha256()).isNotEqualTo(before.fileSha256());
    }

    @Test
    void a_changed_text_changes_what_is_signed() {
        SignedBytes after = Paper.read(
                        PARIS.replace("Ukraine receives strong guarantees.", "Ukraine receives guarantees."))
                .signed();
        assertThat(after.sha256()).isNotEqualTo(Paper.read(PARIS).signed().sha256());
    }

    @Test
    void a_file_with_nothing_unsigned_is_signed_whole() {
        SignedBytes signed = Paper.minsk().signed();
        assertThat(signed.length()).isEqualTo(signed.fileLength());
        assertThat(signed.sha256()).isEqualTo(signed.fileSha256());
        assertThat(signed.command("m.yaml")).isEqualTo("sha256sum m.yaml");
    }

    @Test
    void lines_that_end_with_carriage_returns_count_alike() {
        SignedBytes signed = Paper.read(PARIS.replace("\n", "\r\n")).signed();
        byte[] file = PARIS.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        assertThat(new String(file, signed.length(), 10, StandardCharsets.UTF_8))
                .isEqualTo("proposals:");
    }
}
