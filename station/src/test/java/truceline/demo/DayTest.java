package truceline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import truceline.mission.Documents;

class DayTest {
    @Test
    void the_same_seed_makes_the_same_files_byte_for_byte() throws IOException {
        assertThat(hashes(Demo.SEED)).isEqualTo(hashes(Demo.SEED)).hasSizeGreaterThan(20);
    }

    @Test
    void another_seed_makes_other_files() throws IOException {
        assertThat(hashes(7).values())
                .doesNotContainAnyElementsOf(List.of(hashes(Demo.SEED).get("patrol-p11-1340z.csv")));
    }

    @Test
    void no_two_files_have_one_name() throws IOException {
        List<String> names =
                Day.draw(3).parcels().stream().map(Parcel::fileName).toList();
        assertThat(new TreeSet<>(names)).hasSameSizeAs(names);
    }

    @Test
    void everything_is_in_the_order_of_time() throws IOException {
        assertThat(Day.draw(4).turns()).isSortedAccordingTo(Comparator.comparingLong(Turn::atMs));
    }

    @Test
    void nothing_lies_outside_the_open_ocean() throws IOException {
        Pattern number = Pattern.compile("-\\d+\\.\\d{5}");
        for (Parcel parcel : Day.draw(5).parcels()) {
            number.matcher(new String(parcel.bytes(), StandardCharsets.UTF_8))
                    .results()
                    .map(found -> Double.parseDouble(found.group()))
                    .forEach(degrees -> assertThat(degrees).isBetween(-29.5, -26.5));
        }
    }

    @Test
    void people_are_known_by_posts_only() {
        assertThat(new People(1).rolls())
                .allSatisfy(person -> assertThat(person.id())
                        .matches("(analyst|patrol-lead|sensor-officer|watch-officer)-\\d|(seat|liaison)-[a-z]{2}"));
    }

    private static SortedMap<String, String> hashes(long seed) throws IOException {
        SortedMap<String, String> hashes = new TreeMap<>();
        for (Parcel parcel : Day.draw(seed).parcels()) {
            hashes.put(parcel.fileName(), Documents.sha256(parcel.bytes()));
        }
        return hashes;
    }
}
