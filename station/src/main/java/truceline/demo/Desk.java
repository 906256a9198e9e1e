package truceline.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import truceline.finding.Person;
import truceline.finding.Standing;
import truceline.incident.Facts;
import truceline.incident.Family;
import truceline.intake.Formats;
import truceline.json.JsonValue;
import truceline.ledger.Hash;
import truceline.ledger.SignedText;
import truceline.mission.AdoptedAgreement;
import truceline.mission.Documents;
import truceline.mission.KeysText;
import truceline.mission.Lookup;
import truceline.mission.Picture;
import truceline.observation.Columns;
import truceline.station.Delivery;
import truceline.station.SignedStatement;
import truceline.station.Station;

/// The desk before the station's door: hands files and statements in, and looks up what the picture calls
/// an incident. Not thread-safe.
class Desk {
    private final Station station;
    private final Path input;
    private final People people;

    /// @param input folder in which every file is kept as it was handed in
    Desk(Station station, Path input, People people) {
        this.station = station;
        this.input = input;
        this.people = people;
    }

    void enrolAll() throws IOException {
        for (Person person : people.rolls()) {
            String proof = SignedText.sign(KeysText.enrolment(station.origin(), person), people.key(person.id()));
            station.enrol(person, proof, Desk::ignore);
        }
    }

    void deliver(Parcel parcel) throws IOException {
        Files.write(input.resolve(parcel.fileName()), parcel.bytes());
        AdoptedAgreement agreement = picture().agreement();
        if (agreement == null) {
            throw new IllegalStateException("a delivery before the agreement");
        }
        station.admit(
                new Delivery(
                        parcel.source(),
                        Formats.reader(parcel.format(), null, agreement.zone()),
                        null,
                        new ByteArrayInputStream(parcel.bytes())),
                Desk::ignore);
    }

    void say(String by, Said said) throws IOException {
        say(by, said.toJson());
    }

    void say(String by, JsonValue.Obj said) throws IOException {
        station.state(SignedStatement.sign(station.origin(), people.key(by), said), Desk::ignore);
    }

    Picture picture() {
        return station.picture();
    }

    /// Address of the incident of fire at a place and a moment.
    String incident(Point at, long ms) {
        return findIncident(at, ms)
                .orElseThrow(() -> new IllegalStateException("no incident at " + at + ", " + Moments.iso(ms)));
    }

    /// Address of the incident of fire within 900 m of a place that covers a moment, or lies within a
    /// minute of it.
    Optional<String> findIncident(Point at, long ms) {
        Lookup lookup = Lookup.of(picture());
        String found = null;
        double nearest = 900;
        for (int incident = 0; incident < lookup.incidents().size(); incident++) {
            Facts facts = lookup.facts(incident);
            boolean isThen = facts.fromMs() - Moments.MINUTE <= ms && ms <= facts.toMs() + Moments.MINUTE;
            boolean isFire = Family.of(facts.kind()) == Family.FIRE && !facts.isCue();
            if (isThen && isFire && facts.bestRow() >= 0) {
                double metres = place(facts.bestRow()).metresTo(at);
                if (metres < nearest) {
                    nearest = metres;
                    found = picture().observations().address(facts.firstRow());
                }
            }
        }
        return Optional.ofNullable(found);
    }

    /// Whether an incident is known by independent accounts or by the monitor's own.
    boolean isCorroborated(String incident) {
        Standing standing = Lookup.of(picture()).standing(incident);
        return standing != null && standing.isCorroborated() && !standing.isCue();
    }

    /// Addresses of the incident's observations that begin after a moment.
    List<String> observationsAfter(String incident, long ms) {
        Lookup lookup = Lookup.of(picture());
        List<String> addresses = new ArrayList<>();
        for (int row : lookup.incidents().rows(lookup.incident(incident))) {
            if (columns().fromMs(row) > ms) {
                addresses.add(picture().observations().address(row));
            }
        }
        return List.copyOf(addresses);
    }

    /// SHA-256 of the finding that would be published now.
    String digest(String incident) {
        return Documents.sha256(Lookup.of(picture()).finding(incident));
    }

    private Point place(int row) {
        return new Point(columns().lonE7(row) / 1e7, columns().latE7(row) / 1e7);
    }

    private Columns columns() {
        return picture().observations().columns();
    }

    private static void ignore(long index, Hash leaf) {
        // Nobody waits for the receipt of a single entry here.
    }
}
