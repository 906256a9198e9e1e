package truceline.intake.ais;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Every field of 97 real messages, of all 27 types, against another decoder's answers (gpsd 3.22). Where the
/// two differ, the table of differences says why; a difference that is not in the table fails, and so does a
/// line of the table that no longer occurs.
class AisSampleTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("truceline.root", "."), "..", "shared", "data", "ais");
    private static final String NOT_SENT = "not sent";
    private static final Set<String> ENVELOPE = Set.of("class", "device", "scaled");

    /// What gpsd says otherwise, why, and how far both must still agree.
    private record Difference(String field, String why, BiPredicate<String, String> agree) {}

    private static final List<Difference> DIFFERENCES = List.of(
            new Difference(
                    "type 1 radio",
                    "message 96 has 163 bits: 14 of the 19 bits were sent; gpsd makes a number of them",
                    (ours, theirs) -> ours.equals(NOT_SENT) && theirs.equals("1076")),
            new Difference(
                    "type 7 mmsi3",
                    "messages 14 and 15 end in the middle of the number; gpsd fills it with zeros",
                    (ours, theirs) -> ours.equals(NOT_SENT)),
            new Difference(
                    "type 8 beam",
                    "gpsd leaves decimetres as they are",
                    (ours, theirs) -> metres(theirs, 1).equals(ours)),
            new Difference(
                    "type 8 draught",
                    "gpsd leaves centimetres as they are",
                    (ours, theirs) -> metres(theirs, 2).equals(ours)),
            new Difference(
                    "type 8 lat",
                    "message 84 has 60.27485 exactly: a half is rounded to even here, up there",
                    (ours, theirs) -> ours.equals("60.2748") && theirs.equals("60.2749")),
            new Difference(
                    "type 8 length",
                    "gpsd leaves decimetres as they are",
                    (ours, theirs) -> metres(theirs, 1).equals(ours)),
            new Difference(
                    "type 8 lon",
                    "message 19 has -6.13395 exactly: a half is rounded to even here, up there",
                    (ours, theirs) -> ours.equals("-6.1340") && theirs.equals("-6.1339")),
            new Difference(
                    "type 24 vendorid",
                    "M.1371-5 gives the maker 3 characters, then model and serial number, which gpsd reads as text too",
                    (ours, theirs) -> ours.length() == 3 && theirs.startsWith(ours)),
            new Difference(
                    "type 26 data",
                    "gpsd shows some of the bits behind the last one in the last digit",
                    (ours, theirs) ->
                            ours.substring(0, ours.length() - 1).equals(theirs.substring(0, theirs.length() - 1))),
            new Difference(
                    "type 26 radio",
                    "gpsd does not read the state at the message's end and always says 0",
                    (ours, theirs) -> theirs.equals("0")));

    /// Names that gpsd writes in place of a number, in these messages.
    private static final Map<String, String> NAMES = new TreeMap<>(Map.ofEntries(
            Map.entry("turn:-128", "nan"), Map.entry("turn:-127", "fastleft"), Map.entry("turn:127", "fastright")));

    private final Set<String> found = new TreeSet<>();
    private final List<String> unexplained = new ArrayList<>();
    private final Map<String, String> names = new TreeMap<>(NAMES);

    @Test
    void every_field_of_the_sample_is_the_other_decoders_or_is_explained() {
        List<Map<String, String>> ours = messages(read("sample.aivdm"));
        List<Map<String, String>> theirs =
                read("sample.aivdm.js.chk").lines().map(AisSampleTest::flat).toList();
        assertThat(ours).hasSameSizeAs(theirs).hasSize(97);
        Set<String> types = new TreeSet<>();
        int fields = 0;
        int notSent = 0;
        for (int i = 0; i < ours.size(); i++) {
            Map<String, String> message = ours.get(i);
            types.add(text("type", message));
            for (Map.Entry<String, String> field : theirs.get(i).entrySet()) {
                if (!ENVELOPE.contains(field.getKey())) {
                    fields++;
                    notSent += compare(i + 1, field.getKey(), field.getValue(), message) ? 1 : 0;
                }
            }
        }
        assertThat(unexplained).isEmpty();
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(
                        DIFFERENCES.stream().map(Difference::field).toList());
        assertThat(types).hasSize(27);
        assertThat(fields).isEqualTo(1467);
        assertThat(notSent).isEqualTo(64);
    }

    /// True for a field that was not sent at all, which gpsd writes as 0 or as an empty text.
    private boolean compare(int number, String key, String theirs, Map<String, String> message) {
        String ours = said(key, theirs, message);
        if (ours.equals(NOT_SENT) && theirs.matches("0?(\\.0+)?")) {
            return true;
        }
        if (!ours.equals(theirs)) {
            String field = "type " + text("type", message) + " " + key;
            boolean explained = DIFFERENCES.stream()
                    .anyMatch(known ->
                            known.field().equals(field) && known.agree().test(ours, theirs));
            if (explained) {
                found.add(field);
            } else {
                unexplained.add("message " + number + ", " + field + ": " + ours + ", gpsd says " + theirs);
            }
        }
        return false;
    }

    private static String metres(String theirs, int decimals) {
        return new BigDecimal(theirs)
                .movePointLeft(decimals)
                .setScale(0, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    /// What we say under gpsd's key, in gpsd's way of writing.
    private String said(String key, String theirs, Map<String, String> ours) {
        return switch (key) {
            case "timestamp" ->
                ours.containsKey("year")
                        ? format(
                                "%04d-%02d-%02dT%02d:%02d:%02dZ",
                                ours, "year", "month", "day", "hour", "minute", "second")
                        : format("%02dT%02d:%02dZ", ours, "day", "hour", "minute");
            case "eta" -> date(ours.containsKey("eta_month") ? "eta_" : "n", ours);
            case "departure" -> date("l", ours);
            case "arrival" -> date("", ours);
            case "name" -> text(key, ours) + ours.getOrDefault("name_extension", "");
            default -> key.endsWith("_text") ? name(key, theirs, ours) : plain(key, text(key, ours), theirs);
        };
    }

    private static String text(String key, Map<String, String> message) {
        return message.getOrDefault(key, NOT_SENT);
    }

    private String name(String key, String theirs, Map<String, String> ours) {
        String number = key.substring(0, key.length() - 5);
        return named(text("dac", ours) + "." + text("fid", ours) + number, text(number, ours), theirs);
    }

    private String plain(String key, String own, String theirs) {
        if (theirs.equals("true") || theirs.equals("false")) {
            return own.equals("1") ? "true" : own.equals("0") ? "false" : own;
        }
        if (theirs.matches("-?\\d+(\\.\\d+)?") && own.matches("-?\\d+/\\d+")) {
            return rounded(own, theirs);
        }
        return own.matches("-?\\d+") && !theirs.matches("-?\\d+") ? named(key, own, theirs) : own;
    }

    /// A name that stands for a number must stand for it wherever it occurs.
    private String named(String key, String number, String theirs) {
        return names.computeIfAbsent(key + ":" + number, unseen -> theirs);
    }

    private static String rounded(String own, String theirs) {
        int slash = own.indexOf('/');
        int dot = theirs.indexOf('.');
        int decimals = dot < 0 ? 0 : theirs.length() - dot - 1;
        return new BigDecimal(new BigInteger(own.substring(0, slash)))
                .divide(new BigDecimal(own.substring(slash + 1)), decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private static String date(String prefix, Map<String, String> ours) {
        return format(
                "%02d-%02dT%02d:%02dZ", ours, prefix + "month", prefix + "day", prefix + "hour", prefix + "minute");
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private static String format(String pattern, Map<String, String> ours, String... keys) {
        Object[] numbers = new Object[keys.length];
        for (int i = 0; i < keys.length; i++) {
            numbers[i] = Integer.parseInt(ours.getOrDefault(keys[i], "0"));
        }
        return String.format(Locale.ROOT, pattern, numbers);
    }

    /// The messages of a log as gpsd hands them out: both parts of a ship's names (type 24) as one.
    private static List<Map<String, String>> messages(String log) {
        List<Map<String, String>> messages = new ArrayList<>();
        AisSentence sentence = new AisSentence();
        AisParts parts = new AisParts(0);
        Map<String, String> first = Map.of();
        for (String line : log.lines().toList()) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            if (sentence.read(bytes, 0, bytes.length) != AisSentence.Sort.MESSAGE) {
                continue;
            }
            AisBits bits = bits(sentence, bytes, parts);
            if (bits == null) {
                continue;
            }
            Map<String, String> message = fields(AisMessage.of(bits));
            if (!message.containsKey("part")) {
                messages.add(message);
            } else if (text("part", message).equals("0")) {
                first = message;
            } else if (text("mmsi", message).equals(first.get("mmsi"))) {
                message.putAll(first);
                messages.add(message);
                first = Map.of();
            }
        }
        return messages;
    }

    private static @Nullable AisBits bits(AisSentence sentence, byte[] bytes, AisParts parts) {
        if (sentence.parts() == 1) {
            return AisBits.of(bytes, sentence.payloadFrom(), sentence.payloadTo(), sentence.fillBits());
        }
        if (sentence.part() == 1) {
            assertThat(parts.begin(sentence, bytes, 0, bytes.length, 0, 1)).isNull();
            return null;
        }
        AisParts.Group whole = parts.join(sentence, bytes, 0, bytes.length, 0, 1);
        return whole == null ? null : whole.findBits();
    }

    /// Text as it stands, numbers with no unit as they are, others as `steps/steps to the unit`.
    private static Map<String, String> fields(AisMessage message) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (AisField field : message.fields()) {
            fields.put(
                    field.name(),
                    switch (field.form()) {
                        case TEXT, DATA -> message.getText(field);
                        case FLAG -> Long.toString(message.getNumber(field));
                        case SIGNED, UNSIGNED -> {
                            long number = message.getNumber(field) + (long) field.zeroAt() * field.perUnit();
                            yield field.perUnit() == 1 ? Long.toString(number) : number + "/" + field.perUnit();
                        }
                    });
        }
        return fields;
    }

    private static Map<String, String> flat(String json) {
        Map<String, String> fields = new LinkedHashMap<>();
        try (JsonParser parser = JsonFactory.builder().build().createParser(ObjectReadContext.empty(), json)) {
            String prefix = "";
            int element = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                switch (token) {
                    case START_ARRAY -> prefix = parser.currentName() + "." + element++ + ".";
                    case END_ARRAY -> prefix = "";
                    default -> {
                        if (token.isScalarValue()) {
                            fields.put(prefix + parser.currentName(), parser.getString());
                        }
                    }
                }
            }
        }
        return fields;
    }

    private static String read(String name) {
        Path file = FOLDER.resolve(name);
        Assumptions.assumeTrue(Files.exists(file), "skipped: there is no ais/" + name + " beside the project");
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
