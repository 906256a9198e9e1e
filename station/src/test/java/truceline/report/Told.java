package truceline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.xml.sax.InputSource;

/// What tests of documents do alike: write one into a text, look at its form, swap its parties, hold it against the
/// recorded file.
final class Told {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private Told() {}

    interface Writing {
        void write(Appendable out) throws IOException;
    }

    static String text(Writing writing) {
        StringBuilder out = new StringBuilder();
        try {
            writing.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    static void isWellFormed(String html) throws Exception {
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8))));
        assertThat(html).doesNotContain("<script", "<link", "<img", "@import", "src=");
        assertThat(Pattern.compile("url\\((?!#)").matcher(html).find()).isFalse();
        assertThat(Pattern.compile("https?://(?!www\\.w3\\.org/2000/svg)")
                        .matcher(html)
                        .find())
                .isFalse();
    }

    /// The document with the names and codes of the parties swapped, and without hashes, which names are part of.
    static String swapped(String document) {
        String swapped = document;
        for (String[] pair : new String[][] {{"Vathe", "Ilmoss"}, {"\"VA\"", "\"IL\""}, {"seat-va", "seat-il"}}) {
            swapped = swapped.replace(pair[0], "\0").replace(pair[1], pair[0]).replace("\0", pair[1]);
        }
        return withoutHashes(swapped);
    }

    static String withoutHashes(String document) {
        return HASH.matcher(document).replaceAll("HASH");
    }

    static void isRecorded(String name, String written) throws IOException {
        Path recorded = Path.of(System.getProperty("truceline.root"), "station/src/test/resources/report/" + name);
        if (Boolean.getBoolean("truceline.record")) {
            Files.writeString(recorded, written);
        }
        assertThat(written).isEqualTo(Files.readString(recorded));
    }
}
