package truceline.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;
import truceline.ledger.Commitment;
import truceline.ledger.Hash;
import truceline.ledger.LedgerException;

/// Protected fields of rows: the entry holds a commitment, the vault the ciphertext and, apart from it, its
/// key,
/// wrapped
/// for each audience that may read the class.
///
/// Per submission and class two files in `vault/rows/<2>/`, `.data` and `.keys`; files of form 1 are read and
/// erased.
/// Erasing overwrites one record and its ciphertext. [#protect] only collects: [#force] must return before an
/// entry
/// that holds the commitment is appended. Safe for many threads, one at a time. Format: `spec/vault.md`.
public final class Vault implements AutoCloseable {
    private static final int TAG_BITS = 128;
    private static final int MOST_OPEN = 8;

    /// A content key encrypts one text only, so its nonce need not differ.
    private static final GCMParameterSpec ONLY_NONCE = new GCMParameterSpec(TAG_BITS, new byte[12]);

    private final PosixDisk disk = new PosixDisk();
    private final Path rows;
    private final KeyWrap secrets;
    private final FirstVault first;
    private final AudienceSecret station;
    private final Readers readers;
    private final Cipher cipher;
    private final LinkedHashMap<String, ItemWriter> open = new LinkedHashMap<>();
    private @Nullable Throwable failure;

    /// The vault of a station's folder for which no audience is enrolled.
    ///
    /// @param monitorKey the station's own key
    public Vault(Path stationDir, byte[] monitorKey) {
        this(stationDir, monitorKey, Readers.stationOnly(monitorKey));
    }

    /// The vault of a station's folder.
    ///
    /// @param readers asked for each new file who may read it
    public Vault(Path stationDir, byte[] monitorKey, Readers readers) {
        rows = stationDir.resolve("vault").resolve("rows");
        secrets = new KeyWrap(monitorKey);
        first = new FirstVault(monitorKey);
        station = AudienceSecret.ofStation(monitorKey);
        this.readers = readers;
        try {
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the platform has AES-GCM", e);
        }
    }

    /// Closes the vault of a station's folder to everybody but its owner, where an earlier version left it
    /// open.
    public static void closeToOthers(Path stationDir) throws IOException {
        KeyFiles.close(stationDir.resolve("vault"));
    }

    /// Takes what was opened.
    @FunctionalInterface
    public interface Visitor {
        void item(long row, byte[] salt, byte[] text) throws IOException;
    }

    /// Encrypts what a row protects for one class and returns the commitment its entry is to hold.
    ///
    /// @param submission names the submission: letters, digits, `-` and `_`, at most 80
    /// @param row the row's number in the submission
    /// @param classLetter the data class, as `M` or `R`
    public synchronized Hash protect(String submission, long row, char classLetter, byte[] plaintext) {
        return protect(submission, row, classLetter, plaintext, secrets.fresh());
    }

    /// The same, for a text whose signer chose the salt of the commitment himself (32 bytes).
    public synchronized Hash protect(String submission, long row, char classLetter, byte[] plaintext, byte[] salt) {
        return protect(submission, row, classLetter, plaintext, secrets.fresh(salt));
    }

    private Hash protect(String submission, long row, char classLetter, byte[] plaintext, KeyWrap.Secrets fresh) {
        try {
            ItemWriter files = writer(submission, classLetter);
            byte[] aad = KeyRecords.aad(files.owner(), row, classLetter);
            files.add(row, fresh, crypt(Cipher.ENCRYPT_MODE, fresh, aad, PaddedText.of(plaintext)));
        } catch (IOException e) {
            throw stopped(e);
        }
        return Commitment.of(fresh.salt(), plaintext);
    }

    private ItemWriter writer(String submission, char classLetter) throws IOException {
        if (failure != null) {
            throw new LedgerException("stopped", "the vault stopped writing: " + failure, failure);
        }
        String name = submission + "." + classLetter;
        ItemWriter known = open.get(name);
        if (known == null) {
            if (open.size() == MOST_OPEN) {
                renew();
            }
            Path home = Objects.requireNonNull(stem(submission).getParent());
            createDirectories(home);
            int part = 0;
            while (Files.exists(keys(home, owner(submission, part), classLetter))) {
                part++;
            }
            known = new ItemWriter(home, owner(submission, part), classLetter, readers.of(classLetter));
            open.put(name, known);
        }
        return known;
    }

    private void createDirectories(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            KeyFiles.createFolders(directory);
            disk.forceDirectory(rows);
            Path vault = Objects.requireNonNull(rows.getParent());
            disk.forceDirectory(vault);
            disk.forceDirectory(Objects.requireNonNull(vault.getParent()));
        }
    }

    private LedgerException stopped(IOException cause) {
        failure = cause;
        return new LedgerException("stopped", "the vault could not write: " + cause, cause);
    }

    /// Returns once everything protected so far is durable. A failure stops the vault: nothing is retried.
    public synchronized void force() {
        try {
            for (ItemWriter files : open.values()) {
                if (files.force()) {
                    disk.forceDirectory(files.home());
                }
            }
        } catch (IOException e) {
            throw stopped(e);
        }
    }

    /// Ends the files that are open, so that what is protected from now on is for the readers of now.
    public synchronized void renew() {
        force();
        try {
            for (ItemWriter files : open.values()) {
                files.close();
            }
            open.clear();
        } catch (IOException e) {
            throw stopped(e);
        }
    }

    /// The protected text behind a commitment by the station's own key; empty where it was erased, never was
    /// here, or
    /// is
    /// for others. Refuses with `damaged` what decrypts to something else.
    public Optional<byte[]> reveal(String submission, long row, char classLetter, Hash commitment) {
        return reveal(submission, row, classLetter, commitment, station);
    }

    /// The protected text behind a commitment by an audience's key.
    public synchronized Optional<byte[]> reveal(
            String submission, long row, char classLetter, Hash commitment, AudienceSecret audience) {
        byte[][] found = new byte[1][];
        open(submission, row, classLetter, audience, (at, salt, text) -> {
            if (Commitment.of(salt, text).equals(commitment)) {
                found[0] = text;
            }
        });
        return Optional.ofNullable(found[0]);
    }

    /// Everything of a class in a submission that this key opens and that was not erased.
    public synchronized void open(String submission, char classLetter, AudienceSecret audience, Visitor visitor) {
        open(submission, -1, classLetter, audience, visitor);
    }

    private void open(String submission, long only, char classLetter, AudienceSecret audience, Visitor visitor) {
        try {
            if (audience.key().equals(station.key())) {
                first.open(stem(submission), classLetter, (row, salt, text) -> {
                    if (only < 0 || row == only) {
                        visitor.item(row, salt, text);
                    }
                });
            }
            for (ItemFile file : files(submission, classLetter)) {
                Optional<KeyRecords.Opening> opening = file.records().open(file.bytes(), audience);
                for (KeyRecords.Place place : file.places()) {
                    if (opening.isPresent() && (only < 0 || place.row() == only)) {
                        visit(file, place, opening.get(), visitor);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void visit(ItemFile file, KeyRecords.Place place, KeyRecords.Opening opening, Visitor visitor)
            throws IOException {
        Optional<KeyWrap.Secrets> found = opening.secrets(place);
        if (found.isPresent()) {
            byte[] sealed = new byte[place.length()];
            disk.read(file.data(), place.offset(), sealed);
            byte[] aad = KeyRecords.aad(file.owner(), place.row(), file.classLetter());
            byte[] text = PaddedText.text(crypt(Cipher.DECRYPT_MODE, found.get(), aad, sealed));
            visitor.item(place.row(), found.get().salt(), text);
        }
    }

    /// Makes what a row protects for one class unreadable for ever: overwrites keys, salts and ciphertext,
    /// and returns
    /// once that is durable; returns how many records that were.
    ///
    /// Copies of the folder made earlier still hold the key: backups of `vault/` must be short-lived.
    public synchronized int erase(String submission, long row, char classLetter) {
        renew();
        try {
            int erased = first.erase(stem(submission), row, classLetter);
            for (ItemFile file : files(submission, classLetter)) {
                for (KeyRecords.Place place : file.places()) {
                    if (place.row() == row) {
                        overwrite(file.keys(), place.at() + KeyRecords.FIXED_BYTES, file.wrapBytes());
                        overwrite(file.data(), place.offset(), place.length());
                        erased++;
                    }
                }
            }
            return erased;
        } catch (IOException e) {
            throw stopped(e);
        }
    }

    private void overwrite(Path path, long at, int length) throws IOException {
        try (Disk.Open out = disk.open(path)) {
            out.write(at, ByteBuffer.allocate(length));
            out.force();
        }
    }

    /// The wrapped keys of a row and class that are not erased yet; none once [#erase] has returned.
    public synchronized List<byte[]> wraps(String submission, long row, char classLetter) {
        try {
            List<byte[]> wraps = new ArrayList<>(first.wraps(stem(submission), row, classLetter));
            for (ItemFile file : files(submission, classLetter)) {
                for (KeyRecords.Place place : file.places()) {
                    if (place.row() == row && !place.isErased()) {
                        int from = place.at() + KeyRecords.FIXED_BYTES;
                        wraps.add(Arrays.copyOfRange(file.bytes(), from, from + file.wrapBytes()));
                    }
                }
            }
            return wraps;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The rows of a class in a submission of which a key is there and was not erased; whether it opens anything is
    /// for its holder to say.
    public synchronized SortedSet<Long> rows(String submission, char classLetter) {
        try {
            SortedSet<Long> rows = new TreeSet<>(first.rows(stem(submission), classLetter));
            for (ItemFile file : files(submission, classLetter)) {
                file.places().stream().filter(place -> !place.isErased()).forEach(place -> rows.add(place.row()));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Overwrites and removes what belongs to no submission or statement that was entered: a crash came
    /// between.
    ///
    /// @param named every name under which something was entered
    public synchronized void removeUnnamed(Set<String> named) {
        renew();
        try (Stream<Path> all = Files.isDirectory(rows) ? Files.walk(rows) : Stream.empty()) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = String.valueOf(file.getFileName());
                if (!named.contains(name.substring(0, Math.max(0, name.indexOf('.'))))) {
                    BlobKeys.overwrite(disk, file, 0);
                    Files.delete(file);
                    disk.forceDirectory(Objects.requireNonNull(file.getParent()));
                }
            }
        } catch (IOException e) {
            throw stopped(e);
        }
    }

    private List<ItemFile> files(String submission, char classLetter) throws IOException {
        List<ItemFile> files = new ArrayList<>();
        Path home = Objects.requireNonNull(stem(submission).getParent());
        for (int part = 0; Files.exists(keys(home, owner(submission, part), classLetter)); part++) {
            Path keys = keys(home, owner(submission, part), classLetter);
            byte[] bytes = disk.read(keys);
            if (!KeyRecords.isCut(bytes)) {
                files.add(ItemFile.of(keys, owner(submission, part), classLetter, bytes));
            }
        }
        return files;
    }

    /// A submission that was broken off and taken up again has several parts, each with keys of its own.
    private static String owner(String submission, int part) {
        return part == 0 ? submission : submission + "." + part;
    }

    private static Path keys(Path home, String owner, char classLetter) {
        return home.resolve(owner + "." + classLetter + ".keys");
    }

    private byte[] crypt(int mode, KeyWrap.Secrets fresh, byte[] aad, byte[] text) {
        try {
            cipher.init(mode, fresh.aes(), ONLY_NONCE);
            cipher.updateAAD(aad);
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new LedgerException("damaged", "a protected field does not decrypt", e);
        }
    }

    private Path stem(String submission) {
        if (!submission.matches("[A-Za-z0-9_-]{1,80}")) {
            throw new LedgerException("malformed", "not the name of a submission: " + submission);
        }
        return rows.resolve(submission.substring(0, Math.min(2, submission.length())))
                .resolve(submission);
    }

    /// Makes durable what was protected, unless an earlier failure stopped the vault, and closes.
    @Override
    public synchronized void close() {
        if (failure == null) {
            renew();
            return;
        }
        try {
            for (ItemWriter files : open.values()) {
                files.close();
            }
        } catch (IOException e) {
            throw stopped(e);
        }
    }
}
