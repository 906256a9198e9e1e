package truceline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import truceline.duty.Guarantees;
import truceline.duty.life.Change;
import truceline.duty.life.Evaluation;
import truceline.duty.life.ProvisionState;
import truceline.json.JsonValue;
import truceline.mission.AdoptedAgreement;
import truceline.mission.Lookup;
import truceline.mission.Occurrences;
import truceline.mission.Picture;
import truceline.mission.Worlds;
import truceline.report.DailyHtml;
import truceline.report.DailyJson;
import truceline.report.DailyReport;
import truceline.report.Filter;
import truceline.report.Footer;
import truceline.report.Listing;
import truceline.report.PublicHtml;
import truceline.report.SpotHtml;
import truceline.station.AgreementFile;
import truceline.station.Founding;
import truceline.station.Station;

/// The whole day with the parties swapped in the agreement, in every file and in every statement: what is told swaps,
/// and
/// nothing else changes.
class MirrorDayTest {
    private static final Pattern WORD = Pattern.compile("Vathe|Ilmoss|(?<![A-Za-z])(?:VA|IL|va|il)(?![A-Za-z])");
    private static final Pattern ADDRESS = Pattern.compile("\\b\\d+/\\d+\\b");
    private static final Pattern ENTRY = Pattern.compile(
            "(\"entry\":|\"size\":|\"treeSize\":|\\b[Ee]ntry |\\bentries |ledger size |tree size )[\\d, \u202f]+");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    @Test
    void swapping_the_parties_of_the_day_swaps_what_is_told_and_nothing_else(@TempDir Path folder) throws IOException {
        String one = told(folder.resolve("one"), UnaryOperator.identity());
        String two = told(folder.resolve("two"), MirrorDayTest::swap);
        assertThat(two).isNotEqualTo(one);
        assertThat(differences(one.lines().toList(), swap(two).lines().toList()))
                .isEmpty();
        assertThat(one)
                .contains("\"dissent\":[{")
                .contains("No party is named")
                .contains("Vathe")
                .contains("Ilmoss");
    }

    /// The first lines that differ, each beside its twin.
    private static List<String> differences(List<String> one, List<String> two) {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < Math.max(one.size(), two.size()) && differences.size() < 20; i++) {
            String here = i < one.size() ? one.get(i) : "";
            String there = i < two.size() ? two.get(i) : "";
            if (!here.equals(there)) {
                differences.add(i + ": " + here + " | " + there);
            }
        }
        return differences;
    }

    private static String told(Path folder, UnaryOperator<String> words) throws IOException {
        Path input = Files.createDirectories(folder.resolve("input"));
        for (String file : Land.FILES) {
            Files.writeString(input.resolve(file), words.apply(new String(Land.bytes(file), StandardCharsets.UTF_8)));
        }
        Path home = folder.resolve("station");
        DayClock clock = new DayClock(EarlierCase.FOUNDED);
        AgreementFile agreement =
                AgreementFile.read(input.resolve("ondral.agreement.yaml"), input.resolve("regions.geojson"));
        Founding.found(home, "mirror", agreement, clock);
        try (Station station = Station.open(home, clock)) {
            Desk desk = new Mirror(station, input, words);
            desk.enrolAll();
            for (Turn turn : Day.draw(Demo.SEED).turns()) {
                clock.set(turn.atMs());
                turn.step().take(desk);
            }
            return withoutAddresses(
                    station.picture(), DIGEST.matcher(tell(station.picture())).replaceAll("digest"));
        }
    }

    /// Names of different length fill batches differently, which shifts the numbers of entries and nothing else: an
    /// address is told by the row that it cites, an entry's number not at all.
    private static String withoutAddresses(Picture picture, String told) {
        String rows = ADDRESS.matcher(told).replaceAll(found -> {
            int row = picture.observations().findRow(found.group());
            return row < 0 ? found.group() : "row " + row;
        });
        return ENTRY.matcher(rows).replaceAll("$1#");
    }

    private static String tell(Picture picture) throws IOException {
        StringBuilder told = new StringBuilder();
        Footer footer = new Footer("mirror", picture.size(), "root");
        told.append(picture.rejectionsByCode()).append('\n');
        picture.sources().forEach(source -> told.append(source).append('\n'));
        Listing.incidents(picture, Filter.ALL, "ndjson", told);
        Listing.cases(picture, Filter.ALL, "ndjson", told);
        Listing.findings(picture, Filter.ALL, "ndjson", told);
        DailyReport report = DailyReport.of(picture, LocalDate.of(2031, 5, 14), footer);
        DailyJson.write(report, told);
        DailyHtml.write(report, told);
        PublicHtml.write(picture, footer, true, told);
        for (String incident : picture.docket().files().keySet()) {
            SpotHtml.write(picture, incident, footer, true, told);
        }
        AdoptedAgreement agreement = picture.agreement();
        if (agreement == null) {
            throw new IllegalStateException("the day has an agreement");
        }
        Guarantees.status(agreement.agreement(), null, Worlds.of(Lookup.of(picture)))
                .forEach(status -> told.append(status).append('\n'));
        Evaluation evaluation = Objects.requireNonNull(Occurrences.evaluate(Lookup.of(picture)));
        for (ProvisionState state : evaluation.states()) {
            told.append(state.provision() + " " + state.who() + " " + state.worlds() + " " + state.phase() + " "
                    + state.sinceMs() + " " + state.dueMs() + " " + state.cases() + " " + state.attributed() + "\n");
            state.reasons().forEach(reason -> told.append(reason.english()).append('\n'));
            for (Change change : state.trace()) {
                told.append(change.provision())
                        .append(' ')
                        .append(change.worlds())
                        .append('\n');
                change.reasons().forEach(reason -> told.append(reason.english()).append('\n'));
            }
        }
        return told.toString().replace("><", ">\n<").replace(",\"", ",\n\"");
    }

    /// Hands everything in with the parties' words exchanged.
    private static final class Mirror extends Desk {
        private final UnaryOperator<String> words;

        Mirror(Station station, Path input, UnaryOperator<String> words) {
            super(station, input, new People(Demo.SEED));
            this.words = words;
        }

        @Override
        void deliver(Parcel parcel) throws IOException {
            byte[] bytes = switch (parcel.format()) {
                case "claims-xlsx" -> workbook(parcel.bytes(), words);
                // No word stands in what aircraft and ships send of themselves.
                case "ais-nmea", "sbs", "readsb-json" -> parcel.bytes();
                default ->
                    words.apply(new String(parcel.bytes(), StandardCharsets.UTF_8))
                            .getBytes(StandardCharsets.UTF_8);
            };
            super.deliver(
                    new Parcel(parcel.atMs(), words.apply(parcel.source()), parcel.format(), parcel.fileName(), bytes));
        }

        @Override
        void say(String by, JsonValue.Obj said) throws IOException {
            super.say(words.apply(by), (JsonValue.Obj) mirrored(said));
        }

        private JsonValue mirrored(JsonValue value) {
            return switch (value) {
                case JsonValue.Str(String text) -> new JsonValue.Str(words.apply(text));
                case JsonValue.Arr(List<JsonValue> elements) ->
                    new JsonValue.Arr(elements.stream().map(this::mirrored).toList());
                case JsonValue.Obj(SortedMap<String, JsonValue> members) -> {
                    SortedMap<String, JsonValue> all = new TreeMap<>();
                    members.forEach((name, member) -> all.put(name, mirrored(member)));
                    yield new JsonValue.Obj(all);
                }
                default -> value;
            };
        }
    }

    private static byte[] workbook(byte[] bytes, UnaryOperator<String> words) throws IOException {
        ByteArrayOutputStream swapped = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes));
                ZipOutputStream out = new ZipOutputStream(swapped)) {
            for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(part.getName()));
                out.write(words.apply(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return swapped.toByteArray();
    }

    private static String swap(String text) {
        List<String> pairs = new ArrayList<>(List.of("Vathe", "Ilmoss", "VA", "IL", "va", "il"));
        Matcher word = WORD.matcher(text);
        return word.replaceAll(found -> pairs.get(pairs.indexOf(found.group()) ^ 1));
    }
}
