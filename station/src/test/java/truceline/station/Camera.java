package truceline.station;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import truceline.finding.Person;
import truceline.ledger.SignedText;
import truceline.ledger.Signer;
import truceline.mission.KeysText;

/// A device on the rolls of a station of the example, and what it sends.
public final class Camera {
    public static final String ORIGIN = "gate.example/test";
    public static final String SOURCE = "cameras";

    private static final Path ONDRAL = Path.of(System.getProperty("truceline.root"), "examples", "ondral");
    private static final String HEADER = "latitude,longitude,bright_ti4,scan,track,acq_date,acq_time,satellite,"
            + "instrument,confidence,version,bright_ti5,frp,daynight\n";
    private static final long NOW_MS = 1_936_600_000_000L;

    private final Signer key;

    public Camera(String name) {
        byte[] seed = new byte[32];
        seed[0] = (byte) name.hashCode();
        seed[1] = (byte) (name.hashCode() >> 8);
        key = Signer.of(name, seed);
    }

    public static void found(Path folder) throws IOException {
        AgreementFile agreement = AgreementFile.read(ONDRAL.resolve("ondral.agreement.yaml"), null);
        Founding.found(folder, ORIGIN, agreement, () -> NOW_MS);
    }

    public static Station open(Path folder, Limits limits) throws IOException {
        return Station.open(folder, () -> NOW_MS, limits);
    }

    /// Limits that no test meets.
    public static Limits wide() {
        Limits.Rate much = new Limits.Rate(1e9, 1e9, 1 << 20);
        return new Limits(much, much, much, 1 << 20);
    }

    public void enrol(Station station) throws IOException {
        String vkey = key.verifier().text();
        Person person = new Person(key.name(), "", "", "", vkey, List.of(SOURCE));
        String proof = SignedText.sign(KeysText.enrolment(ORIGIN, person), key);
        station.enrol(person, proof, (index, leaf) -> {});
    }

    public Signer key() {
        return key;
    }

    /// A file of one row, another for each number, signed under a new id.
    public SignedSubmission row(int number) {
        return sign("firms-csv", 'P', HEADER + line(number));
    }

    public SignedSubmission rows(int from, int to) {
        StringBuilder file = new StringBuilder(HEADER);
        for (int number = from; number < to; number++) {
            file.append(line(number));
        }
        return sign("firms-csv", 'P', file.toString());
    }

    public SignedSubmission sign(String format, char fileClass, String file) {
        return SignedSubmission.sign(ORIGIN, SOURCE, format, fileClass, file.getBytes(StandardCharsets.UTF_8), key);
    }

    /// Other content under the id of an earlier submission, well signed.
    public SignedSubmission other(SignedSubmission first, int number) {
        SignedSubmission other = row(number);
        SignedSubmission open =
                new SignedSubmission(first.id(), other.by(), other.source(), other.format(), other.file(), null, "");
        return new SignedSubmission(
                first.id(),
                other.by(),
                other.source(),
                other.format(),
                other.file(),
                null,
                SignedText.sign(open.text(ORIGIN, 'P'), key));
    }

    private static String line(int number) {
        return String.format(
                Locale.ROOT,
                "-27.%05d,-28.5%04d,301.50,0.39,0.44,2031-05-14,0005,N20,VIIRS,n,2.0NRT,287.93,0.55,N%n",
                number,
                number % 10_000);
    }
}
