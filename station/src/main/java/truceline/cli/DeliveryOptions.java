package truceline.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import truceline.intake.ColumnMapping;
import truceline.intake.Formats;
import truceline.intake.Refusal;
import truceline.ledger.Signer;
import truceline.station.Delivery;
import truceline.station.SignedSubmission;

/// Who sends a file, and how it is read.
final class DeliveryOptions {
    /// The format of a control map, which is taken as a whole and not row by row.
    static final String CONTROL = "control-geojson";

    private static final int HEAD = 1 << 16;

    @Option(names = "--source", required = true, paramLabel = "ID", description = "who sends it")
    private String source = "";

    @Option(
            names = "--format",
            paramLabel = "NAME",
            description =
                    "ais-nmea, claims-csv, claims-xlsx, firms-csv, observations-csv, observations-geojson, patrol-csv, readsb-json, sbs"
                            + " or control-geojson (default: guessed where that is safe)")
    private @Nullable String format;

    @Option(
            names = "--columns",
            paramLabel = "FILE",
            description = "what another publisher's columns mean: a file, or viina, ucdp-ged, acled")
    private @Nullable String columns;

    String source() {
        return source;
    }

    boolean isControl() {
        return CONTROL.equals(format);
    }

    /// The delivery of a file.
    ///
    /// @param zone zone of the agreement, for tables that state local times
    Delivery delivery(String file, BufferedInputStream bytes, @Nullable ZoneId zone) throws IOException {
        byte[] mappingText = null;
        ColumnMapping mapping = null;
        if (columns != null && ColumnMapping.shippedNames().contains(columns)) {
            mapping = ColumnMapping.shipped(columns);
            mappingText = ColumnMapping.shippedText(columns);
        } else if (columns != null) {
            mappingText = Files.readAllBytes(Path.of(columns));
            mapping = ColumnMapping.load(mappingText);
        }
        String name = format;
        if (name == null) {
            name = mapping == null ? guess(file, bytes) : "observations-csv";
        }
        return new Delivery(source, Formats.reader(name, mapping, zone), mappingText, bytes);
    }

    /// The file as it is sent, signed under a new id.
    ///
    /// @param origin name of the station's log
    SignedSubmission signed(String origin, String file, byte[] bytes, Signer key) {
        if (columns != null || isControl()) {
            throw new Refusal("usage", "columns files and control maps are taken at the station's own folder only");
        }
        String name = format == null ? Formats.guess(Arrays.copyOf(bytes, Math.min(bytes.length, HEAD)), file) : format;
        char fileClass = Formats.reader(name, null, null).fileClass();
        return SignedSubmission.sign(origin, source, name, fileClass, bytes, key);
    }

    private static String guess(String file, BufferedInputStream bytes) throws IOException {
        bytes.mark(HEAD);
        byte[] head = bytes.readNBytes(HEAD);
        bytes.reset();
        return Formats.guess(head, file);
    }
}
