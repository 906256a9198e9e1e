package truceline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `backup` writes and erases only in folders that were empty, or that it marked as copies of this station, and
/// there only files of the shape that it writes itself.
class BackupFolderTest {
    @TempDir
    private Path dir = Path.of("");

    private Path station = dir;
    private Path copy = dir;
    private Path vault = dir;

    @BeforeEach
    void found() throws IOException {
        station = dir.resolve("station");
        copy = dir.resolve("copy");
        vault = dir.resolve("vault");
        Worked.found(station);
    }

    private static Path write(Path file) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        return Files.writeString(file, "somebody's");
    }

    private static SortedMap<String, String> state(Path folder) throws IOException {
        SortedMap<String, String> state = new TreeMap<>();
        for (Path file : Worked.files(folder)) {
            state.put(
                    folder.relativize(file).toString(),
                    Worked.mode(file)
                            + Worked.mode(Objects.requireNonNull(file.getParent()))
                            + List.of(Files.readAllBytes(file).length, Files.getLastModifiedTime(file)));
        }
        return state;
    }

    private void refuses(Path to, Path vaultCopy, String word, Path untouched) throws IOException {
        SortedMap<String, String> before = state(untouched);
        Worked.Said said = Worked.run("backup", station, to, "--vault", vaultCopy);
        assertThat(said.exit()).as("%s %s", to, vaultCopy).isNotZero();
        assertThat(said.err()).contains(word);
        assertThat(state(untouched)).isEqualTo(before);
    }

    @Test
    void a_folder_with_files_of_others_is_refused_and_left_as_it_is() throws IOException {
        Path papers = dir.resolve("papers");
        write(papers.resolve("letter.txt"));
        Path shaped = write(papers.resolve("rows/no/nobody.M.keys"));
        Files.setPosixFilePermissions(papers, PosixFilePermissions.fromString("rwxr-xr-x"));
        refuses(copy, papers, "neither empty", papers);
        refuses(papers, vault, "neither empty", papers);
        assertThat(copy)
                .as("nothing is copied before both folders are known to be fit")
                .doesNotExist();
        assertThat(shaped).exists();
        assertThat(Worked.mode(papers)).isEqualTo("rwxr-xr-x");
        refuses(copy, write(dir.resolve("file")), "no folder", dir.resolve("file"));
    }

    @Test
    void the_copy_of_another_station_is_refused() throws IOException {
        Path other = dir.resolve("other");
        Worked.found(other);
        Path theirs = dir.resolve("theirs");
        Path record = dir.resolve("record");
        assertThat(Worked.run("backup", other, record, "--vault", theirs).exit())
                .isZero();
        refuses(copy, theirs, "another", theirs);
        refuses(record, vault, "another", record);
        refuses(theirs, vault, "another", theirs);
    }

    @Test
    void folders_that_contain_or_lie_in_a_station_a_backup_or_keys_are_refused() throws IOException {
        assertThat(Worked.run("backup", station, copy, "--vault", vault).exit()).isZero();
        Path far = dir.resolve("far");
        refuses(far, station, "station", station);
        refuses(far, station.resolve("vault"), "station", station);
        refuses(far, station.resolve("new"), "station", station);
        refuses(far, dir, "one in the other", station);
        refuses(station.resolve("new"), vault, "one in the other", station);
        refuses(far, far, "other", dir.resolve("vault"));
        refuses(far, far.resolve("vault"), "other", dir.resolve("vault"));
        refuses(far, copy, "copy", copy);
        refuses(far, copy.resolve("new"), "copy", copy);
        refuses(copy, copy.resolve("new"), "other", copy);
        Path link = Files.createSymbolicLink(dir.resolve("link"), station);
        refuses(far, link.resolve("new"), "station", station);
        for (String name : List.of("keys", "lock", "ledger")) {
            Path inside = Files.createDirectory(vault.resolve(name));
            refuses(copy, vault, name, vault);
            Files.delete(inside);
        }
        assertThat(far).doesNotExist();
        assertThat(Worked.run("backup", station, copy, "--vault", vault).exit()).isZero();
    }

    @Test
    void a_file_of_another_shape_in_a_marked_folder_stays() throws IOException {
        assertThat(Worked.run("backup", station, copy, "--vault", vault).exit()).isZero();
        List<Path> foreign = List.of(
                vault.resolve("letter.txt"),
                vault.resolve("rows/letter.M.keys"),
                vault.resolve("rows/no/other.M.keys"),
                vault.resolve("rows/no/nobody.M.keys.old"),
                vault.resolve("blobs/ab/" + "ab".repeat(32)),
                copy.resolve("letter.txt"),
                copy.resolve("copying"),
                copy.resolve("blobs/ab/" + "cd".repeat(32)));
        for (Path file : foreign) {
            write(file);
        }
        Path gone = write(vault.resolve("rows/no/nobody.M.keys"));
        assertThat(Worked.run("backup", station, copy, "--vault", vault).exit()).isZero();
        assertThat(foreign).allMatch(Files::exists);
        assertThat(gone).doesNotExist();
        Path again = dir.resolve("again");
        Worked.run("restore", copy, again, "--keys", station.resolve("keys"), "--vault", vault, "--nobody-holds-newer");
        assertThat(Worked.files(again.resolve("vault")))
                .as("the vault as it is in the station")
                .hasSameSizeAs(Worked.files(station.resolve("vault")));
    }
}
