package truceline.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import truceline.json.JsonException;
import truceline.json.JsonReader;
import truceline.json.JsonWriter;

class ColumnsTest {
    @Test
    void columns_are_read_back_as_they_were_written() {
        for (long seed = 0; seed < 300; seed++) {
            Columns columns = random(seed);
            byte[] bytes = write(columns);
            Columns again = ColumnsText.read(new JsonReader(bytes), columns.size());
            assertThat(write(again)).as("seed " + seed).isEqualTo(bytes);
            for (int row = 0; row < columns.size(); row++) {
                assertThat(again.count(row)).isEqualTo(columns.count(row));
                assertThat(again.toMs(row)).isEqualTo(columns.toMs(row));
                assertThat(again.isPlaced(row)).isEqualTo(columns.isPlaced(row));
                assertThat(again.text(Field.PLACE, row)).isEqualTo(columns.text(Field.PLACE, row));
                assertThat(again.credibility(row)).isEqualTo(columns.credibility(row));
            }
        }
    }

    @Test
    void a_column_that_all_rows_share_stands_once() {
        Columns columns = new Columns(2);
        Draft draft = draft(new SplittableRandom(1));
        columns.add(draft);
        columns.add(draft);
        assertThat(new String(write(columns), StandardCharsets.UTF_8)).contains("\"kind\":\"explosion\"");
    }

    @Test
    void a_second_way_of_writing_the_same_columns_is_refused() {
        String one = "{\"from\":1,\"kind\":\"shot\",\"means\":\"saw\",\"precision\":1000,\"row\":[2,3]}";
        assertThat(ColumnsText.read(new JsonReader(one.getBytes(StandardCharsets.UTF_8)), 2)
                        .size())
                .isEqualTo(2);
        for (String other : new String[] {
            one.replace("\"from\":1", "\"from\":[1,1]"),
            one.replace("\"shot\"", "\"shott\""),
            one.replace("[2,3]", "[2]"),
            one.replace("[2,3]", "[2,3,4]"),
            one.replace("\"from\":1,", ""),
            one.replace("\"from\":1,", "\"from\":1,\"lat\":5,"),
            one.replace("\"from\":1,", "\"from\":1,\"lat\":5,\"lon\":1800000001,")
                    .replace("\"kind\":\"shot\",", ""),
            one.replace("\"means\":\"saw\"", "\"meaning\":\"saw\"")
        }) {
            assertThatThrownBy(() -> ColumnsText.read(new JsonReader(other.getBytes(StandardCharsets.UTF_8)), 2))
                    .as(other)
                    .isInstanceOf(JsonException.class);
        }
    }

    @Test
    void rows_appended_to_another_table_keep_their_values() {
        Columns all = new Columns(1);
        Columns first = random(1);
        Columns second = random(2);
        all.addAll(first);
        all.addAll(second);
        for (int row = 0; row < second.size(); row++) {
            for (Field field : Field.values()) {
                assertThat(all.number(field, first.size() + row)).isEqualTo(second.number(field, row));
                assertThat(all.text(field, first.size() + row)).isEqualTo(second.text(field, row));
            }
        }
    }

    @Test
    void cleared_columns_hold_nothing_of_before() {
        Columns columns = random(3);
        columns.clear();
        columns.add();
        for (Field field : Field.values()) {
            assertThat(columns.number(field, 0)).isEqualTo(Columns.NONE);
            assertThat(columns.text(field, 0)).isNull();
        }
    }

    private static Columns random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Columns columns = new Columns(1);
        int rows = random.nextInt(1, 9);
        for (int i = 0; i < rows; i++) {
            Draft draft = draft(random);
            draft.row = 2L + i;
            columns.add(draft);
        }
        return columns;
    }

    private static Draft draft(SplittableRandom random) {
        Draft draft = new Draft();
        draft.row = 2;
        draft.kind = Kind.EXPLOSION;
        draft.means = random.nextBoolean() ? Means.HEARD : Means.SAW;
        draft.at(random.nextLong(2_000_000_000_000L), 60_000);
        if (random.nextBoolean()) {
            draft.toMs = draft.fromMs + random.nextInt(100_000);
        }
        if (random.nextBoolean()) {
            draft.lonE7 = random.nextInt(-1_800_000_000, 1_800_000_001);
            draft.latE7 = random.nextInt(-900_000_000, 900_000_001);
            draft.radiusMetres = random.nextInt(5000);
            draft.basis = PlaceBasis.POINT;
        }
        draft.count = random.nextBoolean() ? new Count(Qualifier.ALMOST, 550) : Count.NOT_KNOWN;
        draft.place = random.nextBoolean() ? "Harrowick “ſ” 𝄞" : null;
        draft.credibility = random.nextInt(1, 7);
        return draft;
    }

    private static byte[] write(Columns columns) {
        JsonWriter out = new JsonWriter();
        ColumnsText.write(out, columns);
        return out.toBytes();
    }
}
