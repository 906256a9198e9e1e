package truceline.intake;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import truceline.intake.ais.AisBits;
import truceline.intake.ais.AisField;
import truceline.intake.ais.AisMessage;

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
    void sbs(byte[] file) throws IOException {
        read("sbs", file);
    }

    @FuzzTest(maxDuration = "60s")
    void readsb_json(byte[] file) throws IOException {
        read("readsb-json", file);
    }

    @FuzzTest(maxDuration = "60s")
    void ais_nmea(byte[] file) throws IOException {
        read("ais-nmea", file);
    }

    /// Any bits at all: each field that the layout gives a message can be read.
    @FuzzTest(maxDuration = "60s")
    void ais_bits(byte[] bits) {
        byte[] payload = new byte[Math.min(bits.length, 200)];
        for (int i = 0; i < payload.length; i++) {
            int six = bits[i] & 63;
            payload[i] = (byte) (six < 40 ? six + 48 : six + 56);
        }
        AisBits message = AisBits.of(payload, 0, payload.length, bits.length % 6);
        if (!AisMessage.isMessage(message)) {
            return;
        }
        AisMessage read = AisMessage.of(message);
        for (AisField field : read.fields()) {
            switch (field.form()) {
                case TEXT, DATA -> read.getText(field);
                case SIGNED, UNSIGNED, FLAG -> read.getNumber(field);
            }
        }
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
