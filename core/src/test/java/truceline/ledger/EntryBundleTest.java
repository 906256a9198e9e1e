package truceline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryBundleTest {
    @Test
    void entries_of_every_length_come_back_and_the_length_is_two_bytes_high_first() {
        List<byte[]> entries = List.of(new byte[0], new byte[] {7}, new byte[256], new byte[65_535]);
        byte[] bundle = EntryBundle.encode(entries);
        assertThat(Arrays.copyOf(bundle, 5)).containsExactly(0, 0, 0, 1, 7);
        assertThat(Arrays.copyOfRange(bundle, 5, 7)).containsExactly(1, 0);
        assertThat(EntryBundle.decode(bundle, 4))
                .usingElementComparator(Arrays::compare)
                .isEqualTo(entries);
    }

    @Test
    void a_bundle_with_too_few_or_too_many_bytes_is_refused() {
        byte[] bundle = EntryBundle.encode(List.of(new byte[] {1, 2}, new byte[] {3}));
        for (int length = 0; length < bundle.length; length++) {
            byte[] cut = Arrays.copyOf(bundle, length);
            assertThatThrownBy(() -> EntryBundle.decode(cut, 2)).isInstanceOf(LedgerException.class);
        }
        assertThatThrownBy(() -> EntryBundle.decode(bundle, 1)).hasMessageContaining("after the last entry");
        assertThatThrownBy(() -> EntryBundle.decode(bundle, 3)).hasMessageContaining("entry 2 of 3");
        assertThatThrownBy(() -> EntryBundle.encode(List.of(new byte[65_536]))).hasMessageContaining("65535");
    }
}
