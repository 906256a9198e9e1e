package truceline.intake;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

/// Any bytes at all: a reader tells rows or refuses the file, and never fails otherwise. A normal run replays the seeds
/// beside this class; with JAZZER_FUZZ=1 the fuzzer looks for more.
class ReadersFuzzTest {
    @FuzzTest(maxDuration = "60s")
    void firms_csv(byte[] file) throws IOException {
        read("firms-csv", file);
    }

    @FuzzTest(maxDuration = "60s")
    void observations_csv(byte[] file) throws IOException {
        read("observations-csv", file);
    }

    @FuzzTest(maxDuration = "60s")
    void viina(byte[] file) throws IOException {
        read("viina", file);
    }

    @FuzzTest(maxDuration = "60s")
    void patrol_csv(byte[] file) throws IOException {
        read("patrol-csv", file);
    }

    @FuzzTest(maxDuration = "60s")
    void observations_geojson(byte[] file) throws IOException {
        read("observations-geojson", file);
    }

    @FuzzTest(maxDuration = "60s")
    void columns_file(byte[] file) {
        try {
            ColumnMapping.load(file);
        } catch (Refusal refused) {
            return;
        }
    }

    @FuzzTest(maxDuration = "60s")
    void guess(byte[] head) {
        try {
            String name = Formats.guess(head, "file");
            Formats.reader(name, null, null);
        } catch (Refusal refused) {
            return;
        }
    }

    private static void read(String name, byte[] file) throws IOException {
        for (Sample sample : Samples.all()) {
            if (sample.name().equals(name)) {
                try {
                    if (!Samples.read(sample.reader(), file).isWhole()) {
                        throw new AssertionError("a row is lost, told twice or half filled");
                    }
                } catch (Refusal refused) {
                    return;
                }
            }
        }
    }
}
