package truceline.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import truceline.finding.Person;
import truceline.intake.ObservationsCsvReader;
import truceline.intake.PatrolCsvReader;
import truceline.ledger.SignedText;
import truceline.ledger.Signer;
import truceline.mission.KeysText;
import truceline.station.AgreementFile;
import truceline.station.Delivery;
import truceline.station.Founding;
import truceline.station.Receipt;
import truceline.station.Station;

/// A station of the invented mission with an open and a protected file, and the program run on it.
final class Worked {
    static final long NOW_MS = 1_936_600_000_000L;
    static final String ORIGIN = "worked.example/test";

    private static final Path ONDRAL = Path.of(System.getProperty("truceline.root"), "examples", "ondral");

    private Worked() {}

    /// What a command said.
    record Said(int exit, String out, String err) {}

    static Said run(Object... args) {
        StringWriter out = new StringWriter();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            String[] words = Stream.of(args).map(String::valueOf).toArray(String[]::new);
            int exit = Main.run(new PrintWriter(out, true), words);
            return new Said(exit, out.toString(), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(before);
        }
    }

    static void found(Path folder) throws IOException {
        AgreementFile agreement = AgreementFile.read(ONDRAL.resolve("ondral.agreement.yaml"), null);
        Founding.found(folder, ORIGIN, agreement, () -> NOW_MS);
        try (Station station = open(folder)) {
            admit(station, 0);
            String rows = "Id,Position,Observer latitude,Observer longitude,Event location,Means,No.,"
                    + "Observation,Description,Weapon,\"Date, time\",Remark,Person\n"
                    + "1,P-1,-27.2017,-28.6213,2-3km E,Heard,1,Explosion,Undetermined,N/K,"
                    + "\"14 May 2031, 06:11\",seen from the mill,a person\n";
            station.admit(
                    new Delivery("patrols", new PatrolCsvReader(ZoneOffset.UTC), null, bytes(rows)),
                    (index, leaf) -> {});
        }
    }

    static Signer enrol(Path folder, String id) throws IOException {
        Signer key = Signer.of(id, new byte[32]);
        try (Station station = open(folder)) {
            Person person =
                    new Person(id, "monitor", "", "analysis", key.verifier().text());
            String proof = SignedText.sign(KeysText.enrolment(station.origin(), person), key);
            station.enrol(person, proof, (index, leaf) -> {});
        }
        return key;
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    static Station open(Path folder) throws IOException {
        return Station.open(folder, () -> NOW_MS);
    }

    static Receipt admit(Station station, int number) throws IOException {
        String text = "id,time,longitude,latitude,means,kind\nrow-" + number
                + ",2031-05-14T10:00:00Z,-28.5,-27.5,heard,explosion\n";
        return station.admit(
                new Delivery("patrols", new ObservationsCsvReader(), null, bytes(text)), (index, leaf) -> {});
    }

    /// The regular files below a folder, sorted.
    static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    /// Changes the last byte of a file.
    static void spoil(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
    }
}
