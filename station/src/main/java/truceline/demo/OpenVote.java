package truceline.demo;

import java.io.IOException;
import java.util.List;

/// An incident of the day that is verified, and on which two seats of four have voted: the vote is open. Not
/// thread-safe.
final class OpenVote {
    private static final List<String> ALTERNATIVES =
            List.of("An exercise: none was announced.", "A demolition: no notice was filed.");

    private final List<Happening> happenings;

    OpenVote(List<Happening> happenings) {
        this.happenings = happenings;
    }

    List<Turn> turns() {
        return List.of(
                new Turn(
                        Moments.utc(22, 20),
                        desk -> desk.say(
                                "analyst-2",
                                verify(desk, "Heard by the arrays and recorded; times and places agree."))),
                new Turn(
                        Moments.utc(22, 41),
                        desk -> desk.say(
                                "patrol-lead-7", verify(desk, "The patrol's table and the sensors tell of the same."))),
                new Turn(
                        Moments.utc(32, 30),
                        desk -> desk.say("seat-va", vote(desk, "attribute").with("party", "IL"))),
                new Turn(Moments.utc(32, 52), desk -> desk.say("seat-il", vote(desk, "do-not-attribute"))));
    }

    private Said verify(Desk desk, String reason) throws IOException {
        return Said.of("verify")
                .with("incident", incident(desk))
                .with("outcome", "verified")
                .with("alternatives", ALTERNATIVES)
                .with("reason", reason);
    }

    private Said vote(Desk desk, String ballot) throws IOException {
        String text =
                ballot.equals("attribute") ? "The volley came from the east." : "The direction was never measured.";
        return Said.of("vote")
                .with("incident", incident(desk))
                .with("ballot", ballot)
                .with("text", text);
    }

    /// The first loud happening of the day that is corroborated.
    private String incident(Desk desk) throws IOException {
        for (Happening happening : happenings) {
            String incident = happening.sort().isLoud()
                    ? desk.findIncident(happening.at(), happening.fromMs()).orElse(null)
                    : null;
            if (incident != null && desk.isCorroborated(incident)) {
                return incident;
            }
        }
        throw new IllegalStateException("no incident of the day is corroborated");
    }
}
