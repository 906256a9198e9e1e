package truceline.demo;

import java.util.ArrayList;
import java.util.List;

/// The grave incident of the day: six impacts two kilometres south of Pellow Ford, from the first call to the published
/// finding with its dissent.
final class GraveCase {
    static final Point IMPACT = Land.PELLOW_FORD.moved(240, -2_010);
    static final String PLACE = "2km S of Pellow Ford";
    static final long FROM = Moments.utc(13, 58, 12);
    static final long TO = Moments.utc(13, 58, 53);

    private static final List<String> NOT_SHELLING = List.of(
            "A demolition: no notice was filed, and the craters lie in the direction of fire.",
            "A blast in a quarry: none is licensed within 12 km.");
    private static final List<String> NOT_ILMOSS = List.of(
            "Fire from the area held by Vathe: both azimuths point away from it.",
            "A launch from near the line: the angle of fall speaks for more than 6 km.");

    private GraveCase() {}

    static List<Turn> turns() {
        List<Turn> turns = new ArrayList<>(looking());
        turns.addAll(deciding());
        return List.copyOf(turns);
    }

    /// The day itself: calls, a patrol, harm, verification and assessment.
    private static List<Turn> looking() {
        return List.of(
                new Turn(
                        Moments.utc(14, 5),
                        desk -> desk.say(
                                "watch-officer-1", task(desk, "given", "P-12: go to the ford and look for craters."))),
                new Turn(
                        Moments.utc(14, 9),
                        desk -> desk.say("watch-officer-1", call(desk, "liaison-va", 14, 8, "answered"))),
                new Turn(
                        Moments.utc(14, 14),
                        desk -> desk.say("watch-officer-1", call(desk, "liaison-il", 14, 11, "not-answered"))),
                new Turn(
                        Moments.utc(14, 33),
                        desk -> desk.say("watch-officer-1", call(desk, "liaison-il", 14, 31, "answered"))),
                new Turn(
                        Moments.utc(14, 52),
                        desk -> desk.say(
                                "liaison-il",
                                reply(
                                        desk,
                                        "uk",
                                        "З нашого району вогню не було. Контрольований підрив проводила інша сторона."))),
                new Turn(
                        Moments.utc(15, 24),
                        desk -> desk.say(
                                "watch-officer-1", task(desk, "done", "P-12 found six craters and two hurt people."))),
                new Turn(Moments.utc(15, 30), desk -> desk.say("patrol-lead-2", harm(desk, "reported"))),
                new Turn(Moments.utc(17, 45), desk -> desk.say("analyst-1", harm(desk, "corroborated"))),
                new Turn(
                        Moments.utc(18, 2),
                        desk -> desk.say(
                                "analyst-1",
                                verify(
                                        desk,
                                        "Six impulses on two arrays; the count fits the craters that the patrol measured."))),
                new Turn(
                        Moments.utc(18, 9),
                        desk -> desk.say(
                                "patrol-lead-2",
                                verify(
                                        desk,
                                        "The craters were fresh; the patrol saw the two hurt people and the fragments."))),
                new Turn(
                        Moments.utc(21, 10),
                        desk -> desk.say(
                                "analyst-1",
                                assess(
                                        desk,
                                        "Two azimuths, of the arrays and of the craters, meet in the area held by Ilmoss."))),
                new Turn(
                        Moments.utc(21, 14),
                        desk -> desk.say(
                                "patrol-lead-2",
                                assess(desk, "The crater analysis gives 121 degrees, give or take 7."))));
    }

    /// The next day: the other reply, the vote, the publication.
    private static List<Turn> deciding() {
        return List.of(
                new Turn(
                        Moments.utc(33, 10),
                        desk -> desk.say(
                                "liaison-va",
                                reply(
                                        desk,
                                        "en",
                                        "Vathe had no unit and no demolition within 4 km of the place. We ask for a visit on the other side."))),
                new Turn(
                        Moments.utc(34, 12),
                        desk -> desk.say(
                                "seat-co", vote(desk, "attribute", "Two azimuths, consistent with the craters."))),
                new Turn(
                        Moments.utc(34, 30),
                        desk -> desk.say(
                                "seat-va",
                                vote(
                                        desk,
                                        "attribute",
                                        "As the seat of Corrant: the craters leave no other reading."))),
                new Turn(
                        Moments.utc(35, 5),
                        desk -> desk.say(
                                "seat-il",
                                vote(
                                        desk,
                                        "do-not-attribute",
                                        "The azimuth error covers ground held by both. No launch point was visited: access was asked for on our side only."))),
                new Turn(
                        Moments.utc(35, 40),
                        desk -> desk.say(
                                "seat-se",
                                vote(
                                        desk,
                                        "attribute",
                                        "The error is 7 degrees; none of the ground inside it is held by Vathe."))),
                new Turn(Moments.utc(36, 5), desk -> desk.say("analyst-1", publish(desk))),
                new Turn(Moments.utc(36, 20), desk -> desk.say("patrol-lead-2", publish(desk))));
    }

    /// Address of the incident.
    static String incident(Desk desk) {
        return desk.incident(IMPACT, FROM);
    }

    private static Said about(Desk desk, String act) {
        return Said.of(act).with("incident", incident(desk));
    }

    private static Said task(Desk desk, String status, String note) {
        return about(desk, "task")
                .with("id", "T-31")
                .with("status", status)
                .with("due", Moments.utc(16, 0))
                .with("note", note);
    }

    private static Said call(Desk desk, String to, int hour, int minute, String outcome) {
        return about(desk, "call")
                .with("started", Moments.utc(hour, minute))
                .with("ended", Moments.utc(hour, minute) + Moments.MINUTE)
                .with("from", "watch-officer-1")
                .with("to", to)
                .with("outcome", outcome)
                .with("about", "impacts south of Pellow Ford: hold fire, and tell what is known");
    }

    private static Said reply(Desk desk, String language, String text) {
        return about(desk, "reply")
                .with("acknowledges", false)
                .with("language", language)
                .with("text", text);
    }

    private static Said harm(Desk desk, String status) {
        return about(desk, "harm")
                .with("dead", 0)
                .with("injured", 2)
                .with("qualifier", "at-least")
                .with("objects", "a barn, and a cart on the road to the ford")
                .with("status", status);
    }

    private static Said verify(Desk desk, String reason) {
        return about(desk, "verify")
                .with("outcome", "verified")
                .with("alternatives", NOT_SHELLING)
                .with("reason", reason);
    }

    private static Said assess(Desk desk, String reason) {
        return about(desk, "assess")
                .with("party", "IL")
                .with("level", "likely")
                .with("alternatives", NOT_ILMOSS)
                .with("reason", reason);
    }

    private static Said vote(Desk desk, String ballot, String text) {
        Said vote = about(desk, "vote").with("ballot", ballot).with("text", text);
        return ballot.equals("attribute") ? vote.with("party", "IL") : vote;
    }

    private static Said publish(Desk desk) {
        return about(desk, "publish").with("sha256", desk.digest(incident(desk)));
    }
}
