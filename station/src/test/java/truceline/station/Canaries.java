package truceline.station;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// Words that stand nowhere else, and the search for them in every byte of every file.
final class Canaries {
    private final SplittableRandom random;
    private final List<String> words = new ArrayList<>();

    Canaries(long seed) {
        random = new SplittableRandom(seed);
    }

    String next() {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 18; i++) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        words.add(word.toString());
        return word.toString();
    }

    List<String> words() {
        return List.copyOf(words);
    }

    /// Where a word stands in a folder: as it is, in UTF-16, hexadecimal, or base64 at any of three offsets.
    static List<String> found(Path folder, List<String> words) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String bytes = new String(written(file), StandardCharsets.ISO_8859_1);
                String lower = bytes.toLowerCase(java.util.Locale.ROOT);
                for (String word : words) {
                    for (String form : forms(word)) {
                        if (bytes.contains(form) || lower.contains(form)) {
                            found.add(folder.relativize(file) + ": " + form);
                        }
                    }
                }
            }
        }
        return found;
    }

    /// The bytes of a file without blocks of nothing but zeros, of which a log that is laid out ahead has many.
    static byte[] written(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        byte[] zeros = new byte[4096];
        int length = 0;
        for (int at = 0; at < bytes.length; at += zeros.length) {
            int end = Math.min(bytes.length, at + zeros.length);
            if (!java.util.Arrays.equals(bytes, at, end, zeros, 0, end - at)) {
                System.arraycopy(bytes, at, bytes, length, end - at);
                length += end - at;
            }
        }
        return java.util.Arrays.copyOf(bytes, length);
    }

    static List<String> forms(String word) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        List<String> forms = new ArrayList<>();
        forms.add(word);
        forms.add(HexFormat.of().formatHex(bytes));
        forms.add(new String(word.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
        forms.add(new String(word.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1));
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[bytes.length + before];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            // The first and last characters mix in what stands beside the word.
            forms.add(text.substring(before == 0 ? 0 : 4, text.length() - 2));
            forms.add(Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(shifted)
                    .substring(before == 0 ? 0 : 4, text.length() - 2));
        }
        return forms;
    }
}
