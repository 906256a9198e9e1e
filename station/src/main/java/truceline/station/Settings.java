package truceline.station;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import truceline.intake.Refusal;

/// The settings of a station, from `truceline.yaml`: one `key: value` a line, and a comment line where it starts with
/// `#`.
///
/// @param origin name of the ledger, as its checkpoint carries it
/// @param isDemo true where everything in the station is invented: every document says so
/// @param witnesses by name in the policy: the address to ask a witness at, ending with a slash
public record Settings(String origin, boolean isDemo, SortedMap<String, String> witnesses) {
    public static final String FILE = "truceline.yaml";

    private static final Pattern ADDRESS = Pattern.compile(
            "(https://[A-Za-z0-9.-]+|http://(127\\.0\\.0\\.1|localhost|\\[::1]))(:[0-9]{1,5})?(/[A-Za-z0-9._~/-]*)?");
    private static final List<String> KEYS = List.of("origin", "demo", "witnesses");

    public Settings {
        witnesses = Collections.unmodifiableSortedMap(new TreeMap<>(witnesses));
    }

    /// The settings of a station without witnesses.
    public Settings(String origin, boolean isDemo) {
        this(origin, isDemo, new TreeMap<>());
    }

    /// The settings of a station that is no demonstration.
    public Settings(String origin) {
        this(origin, false);
    }

    /// Reads the settings of the station in a folder.
    ///
    /// @throws Refusal where there is no station, or a line is not a known setting
    public static Settings read(Path folder) throws IOException {
        String text;
        try {
            text = Files.readString(folder.resolve(FILE), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new Refusal("not-found", "there is no station in " + folder + ": make one with 'truceline init'");
        }
        Map<String, String> values = new LinkedHashMap<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            int colon = line.indexOf(": ");
            String key = colon < 0 ? line : line.substring(0, colon);
            if (!KEYS.contains(key)
                    || colon < 0
                    || values.put(key, line.substring(colon + 2).strip()) != null) {
                throw new Refusal(
                        "configuration", FILE + " line " + number + ": '" + key + "' is no setting, or stands twice");
            }
        }
        String origin = values.get("origin");
        if (origin == null) {
            throw new Refusal("configuration", FILE + ": the setting 'origin' is missing");
        }
        return new Settings(
                origin, isDemo(values.getOrDefault("demo", "false")), witnesses(values.getOrDefault("witnesses", "")));
    }

    /// `name=address` by spaces. Only https leaves this machine, and no address carries a password.
    private static SortedMap<String, String> witnesses(String written) {
        SortedMap<String, String> read = new TreeMap<>();
        for (String item : written.isBlank() ? List.<String>of() : List.of(written.split(" +", -1))) {
            int equals = item.indexOf('=');
            String address = item.substring(equals + 1);
            boolean known = ADDRESS.matcher(address).matches();
            if (equals < 1 || !known || read.put(item.substring(0, equals), slash(address)) != null) {
                throw new Refusal(
                        "configuration",
                        FILE + ": in the setting 'witnesses', '" + item
                                + "' is not name=https://… (or http:// on this machine), or stands twice");
            }
        }
        return read;
    }

    private static String slash(String address) {
        return address.endsWith("/") ? address : address + "/";
    }

    private static boolean isDemo(String written) {
        return switch (written) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Refusal("configuration", FILE + ": the setting 'demo' is true or false");
        };
    }

    /// The text of the file.
    public String text() {
        return "# Settings of this Truceline station.\norigin: " + origin + "\n" + (isDemo ? "demo: true\n" : "")
                + (witnesses.isEmpty() ? "" : "witnesses: " + addresses() + "\n");
    }

    private String addresses() {
        List<String> items = new ArrayList<>();
        witnesses.forEach((name, address) -> items.add(name + "=" + address));
        return String.join(" ", items);
    }
}
