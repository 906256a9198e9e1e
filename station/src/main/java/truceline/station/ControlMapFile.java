package truceline.station;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import truceline.geo.Geometry;
import truceline.geo.GeometryText;
import truceline.intake.GeoJsonReader;
import truceline.intake.Gunzip;
import truceline.intake.Refusal;
import truceline.mission.Documents;
import truceline.mission.Entry;

/// A map of who holds what, as it was handed in. It is taken whole or not at all: half a map would be another map.
final class ControlMapFile {
    /// Name and version of the rules by which the file becomes a map.
    static final String FORMAT = "control-geojson";

    static final int VERSION = 1;
    private static final Pattern DATE = Pattern.compile("(20\\d\\d)-?(\\d\\d)-?(\\d\\d)");

    private final byte[] bytes;
    private final Geometry geometry;
    private final byte[] text;
    private final String date;

    private ControlMapFile(byte[] bytes, Geometry geometry, String date) {
        this.bytes = bytes;
        this.geometry = geometry;
        this.text = GeometryText.write(geometry);
        this.date = date;
    }

    /// Reads a map. Its date is the one in its property `date`, else in its file name, else unknown.
    ///
    /// @throws Refusal naming the first fault
    static ControlMapFile read(String fileName, InputStream in) throws IOException {
        byte[] bytes;
        try (Gunzip plain = new Gunzip(in)) {
            bytes = plain.readNBytes(GeoJsonReader.MOST_BYTES + 1);
            String fault = plain.fault();
            if (fault != null) {
                throw new Refusal(fault, fileName + " is a damaged gzip file");
            }
        }
        GeoJsonReader.Reading reading = GeoJsonReader.readAreas(bytes, false);
        if (!reading.problems().isEmpty()) {
            GeoJsonReader.Problem first = reading.problems().getFirst();
            throw new Refusal(first.code(), "feature " + first.feature() + " " + first.path() + ": " + first.detail());
        }
        return new ControlMapFile(bytes, reading.geometry(), date(reading.geometry(), fileName));
    }

    byte[] bytes() {
        return bytes.clone();
    }

    String document() {
        return Documents.sha256(text);
    }

    int features() {
        return geometry.features().size();
    }

    String date() {
        return date;
    }

    List<Entry> entries(long submission, boolean isTextHeld) {
        List<Entry> entries = new ArrayList<>();
        if (!isTextHeld) {
            entries.addAll(Documents.parts("geometry", text));
        }
        entries.add(new Entry.ControlEntered(submission, document(), date));
        return entries;
    }

    private static String date(Geometry geometry, String fileName) {
        String stated = geometry.features().isEmpty()
                ? ""
                : geometry.features().getFirst().properties().getOrDefault("date", "");
        for (String text : List.of(stated, fileName)) {
            Matcher matcher = DATE.matcher(text);
            if (matcher.find()) {
                String date = matcher.group(1) + "-" + matcher.group(2) + "-" + matcher.group(3);
                try {
                    return LocalDate.parse(date).toString();
                } catch (DateTimeParseException e) {
                    throw new Refusal("bad-date", date + " is no date: give the map a property 'date'");
                }
            }
        }
        return "";
    }
}
