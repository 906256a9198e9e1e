package truceline.demo;

import java.util.ArrayList;
import java.util.List;

/// The work of the watch floor around the incidents: access that was refused, the jammed drone, a repair window, calls,
/// tasks, hand-over, heartbeats, grades, and the reading that the commission settled. Stateless.
final class DailyWork {
    static final long DENIED_FROM = Moments.utc(6, 10);
    static final long DENIED_TO = Moments.utc(12, 40);
    static final long JAMMED_FROM = Moments.utc(10, 22);
    static final long JAMMED_TO = Moments.utc(10, 33);

    private static final Point CHECKPOINT = Land.place("Quillby").moved(4_600, -900);

    private DailyWork() {}

    static List<Turn> turns(Land land) {
        List<Turn> turns = new ArrayList<>();
        turns.addAll(readings());
        turns.addAll(heartbeats());
        turns.addAll(grades());
        turns.add(Turn.of(Moments.utc(12, 55), "watch-officer-1", denial(land)));
        turns.add(Turn.of(Moments.utc(11, 20), "watch-officer-1", jamming(land)));
        turns.addAll(floor());
        return List.copyOf(turns);
    }

    private static Said denial(Land land) {
        return Said.of("restriction")
                .with("id", "FOM-118")
                .with("kind", "denial")
                .with("from", DENIED_FROM)
                .with("until", DENIED_TO)
                .with("area", "Sector W2, road from Quillby to the line")
                .with("by", "soldiers at the checkpoint east of Quillby")
                .with("reason", "mines")
                .with("outcome", "P-07 waited 390 minutes and was let through; no mine clearance was notified")
                .with("announced", false)
                .with("party", "VA")
                .with("line", "contact")
                .withSpans(Watch.spans(land, CHECKPOINT, 6_500, -1, DENIED_FROM, DENIED_TO))
                .with("note", "P-07 stood with two vehicles and five people; the officer showed an order from above.");
    }

    private static Said jamming(Land land) {
        return Said.of("restriction")
                .with("id", "FOM-119")
                .with("kind", "jamming")
                .with("from", JAMMED_FROM)
                .with("until", JAMMED_TO)
                .with("area", "air near Nurrow")
                .with("by", "not determined")
                .with("reason", "none was given")
                .with("outcome", "U-4 lost its position for 11 minutes and was flown home by hand")
                .with("announced", false)
                .with("line", "contact")
                .withSpans(Watch.spans(
                        land, Land.place("Nurrow").moved(-9_000, -1_300), 7_000, 0, JAMMED_FROM, JAMMED_TO));
    }

    private static List<Turn> floor() {
        return List.of(
                Turn.of(Moments.utc(5, 40), "watch-officer-2", repair("agreed")),
                Turn.of(Moments.utc(11, 12), "watch-officer-1", repair("kept")),
                Turn.of(
                        Moments.utc(6, 31),
                        "watch-officer-1",
                        call("liaison-va", 6, 28, "answered", "P-07 is held at the checkpoint east of Quillby")),
                Turn.of(
                        Moments.utc(9, 3),
                        "watch-officer-1",
                        call("liaison-va", 9, 0, "not-answered", "P-07 is still held")),
                Turn.of(
                        Moments.utc(10, 50),
                        "watch-officer-1",
                        call("liaison-il", 10, 47, "answered", "positioning was jammed near Nurrow")),
                Turn.of(
                        Moments.utc(7, 5),
                        "watch-officer-1",
                        task(
                                "T-29",
                                "given",
                                Moments.utc(9, 0),
                                "Look after the camera at Nurrow: silent since 06:10.")),
                Turn.of(
                        Moments.utc(12, 58),
                        "watch-officer-1",
                        task(
                                "T-29",
                                "not-possible",
                                Moments.utc(9, 0),
                                "P-11 found the mast without power; the road to it is closed.")),
                Turn.of(
                        Moments.utc(9, 10),
                        "watch-officer-1",
                        task("T-30", "given", Moments.utc(18, 0), "P-07: reach the line at Quillby once let through.")),
                Turn.of(
                        Moments.utc(13, 30),
                        "watch-officer-1",
                        task("T-30", "under-way", Moments.utc(18, 0), "P-07 was let through at 12:40.")),
                Turn.of(
                        Moments.utc(14, 20),
                        "watch-officer-1",
                        attest(
                                "call-failed",
                                Moments.utc(14, 12),
                                "The call to the liaison of Ilmoss was not answered.")),
                Turn.of(
                        Moments.utc(16, 15),
                        "watch-officer-2",
                        attest(
                                "seed-grain",
                                Moments.utc(11, 0),
                                "Forty carts of seed grain reached Leth Mill and Brisk Lock.")),
                Turn.of(
                        Moments.utc(6, 2),
                        "watch-officer-2",
                        handOver(-2, 6, 1, "watch-officer-1", "Quiet night; one case to publish in the morning.")),
                Turn.of(
                        Moments.utc(18, 20),
                        "watch-officer-1",
                        handOver(
                                6,
                                18,
                                4,
                                "watch-officer-2",
                                "The file on the ford is verified; P-07 reached the line; camera at Nurrow still silent.")));
    }

    private static Said repair(String status) {
        return Said.of("repair-window")
                .with("id", "RW-7")
                .with("what", "power line to the lock")
                .with("area", "500 m around the pylons at Brisk Lock")
                .with("from", Moments.utc(7, 0))
                .with("until", Moments.utc(11, 0))
                .with("status", status);
    }

    private static Said call(String to, int hour, int minute, String outcome, String about) {
        return Said.of("call")
                .with("started", Moments.utc(hour, minute))
                .with("ended", Moments.utc(hour, minute) + 2 * Moments.MINUTE)
                .with("from", "watch-officer-1")
                .with("to", to)
                .with("outcome", outcome)
                .with("about", about);
    }

    private static Said task(String id, String status, long due, String note) {
        return Said.of("task")
                .with("id", id)
                .with("status", status)
                .with("due", due)
                .with("note", note);
    }

    private static Said attest(String fact, long date, String text) {
        return Said.of("attest").with("fact", fact).with("date", date).with("text", text);
    }

    private static Said handOver(int fromHour, int toHour, int open, String next, String note) {
        return Said.of("hand-over")
                .with("from", Moments.utc(fromHour, 0))
                .with("to", Moments.utc(toHour, 0))
                .with("open", open)
                .with("next", next)
                .with("note", note);
    }

    /// Three seats of four settle which reading of 2.3 holds.
    private static List<Turn> readings() {
        return List.of(
                Turn.of(Moments.utc(8, 10), "seat-va", settle("VA")),
                Turn.of(Moments.utc(8, 14), "seat-il", settle("IL")),
                Turn.of(Moments.utc(8, 31), "seat-co", settle("VA")),
                Turn.of(Moments.utc(8, 47), "seat-se", settle("VA")));
    }

    private static Said settle(String holder) {
        return Said.of("settle-reading").with("provision", "2.3").with("holder", holder);
    }

    /// Every sensor says every three hours that it is there; the camera at Nurrow stops.
    private static List<Turn> heartbeats() {
        List<Turn> turns = new ArrayList<>();
        for (Sensor sensor : Sensor.ALL) {
            // A sensor is known once its first file is in.
            for (long at = Moments.utc(6, 9); at < Moments.utc(36, 20); at += 3 * Moments.HOUR) {
                if (sensor.isHeard(at)) {
                    Said beat = Said.of("heartbeat")
                            .with("source", sensor.source())
                            .with("at", at)
                            .with("next", at + 3 * Moments.HOUR);
                    turns.add(Turn.of(at + 30_000, "sensor-officer-1", beat));
                }
            }
        }
        return List.copyOf(turns);
    }

    /// How reliable each source is, and whose it is; stated once the day's files are in.
    private static List<Turn> grades() {
        List<Turn> turns = new ArrayList<>();
        for (Sensor sensor : Sensor.ALL) {
            turns.add(grade(
                    Moments.utc(6, 30), sensor.source(), "A", "monitor", "a sensor of the Mission, tested in April"));
        }
        turns.add(grade(Moments.utc(14, 4), "open-channels", "E", "other", "nobody knows who writes there"));
        for (Patrol patrol : Patrol.ALL) {
            turns.add(grade(Moments.utc(23, 40), patrol.source(), "A", "monitor", "a patrol of the Mission"));
        }
        turns.add(grade(Moments.utc(15, 22), "patrol-p12", "A", "monitor", "a patrol of the Mission"));
        turns.add(grade(Moments.utc(11, 10), "uav-u4", "A", "monitor", "the Mission's own drone"));
        turns.add(grade(Moments.utc(17, 0), "satellite-pass", "B", "other", "a public service; heat, not fire"));
        for (String receiver : List.of("air-receiver-1", "air-receiver-2", "ais-tane")) {
            turns.add(grade(Moments.utc(24, 20), receiver, "C", "other", "what craft tell of themselves"));
        }
        turns.add(claims(Moments.utc(20, 40), "claims-va", "VA"));
        turns.add(claims(Moments.utc(21, 50), "claims-il", "IL"));
        return turns;
    }

    private static Turn claims(long at, String source, String party) {
        Said said = Said.of("grade")
                .with("source", source)
                .with("grade", "D")
                .with("owner", "party")
                .with("party", party)
                .with("reason", "a party's own list of what the other did");
        return Turn.of(at, "analyst-1", said);
    }

    private static Turn grade(long at, String source, String grade, String owner, String reason) {
        return Turn.of(
                at,
                "analyst-1",
                Said.of("grade")
                        .with("source", source)
                        .with("grade", grade)
                        .with("owner", owner)
                        .with("reason", reason));
    }
}
