package truceline.agreement.phrase;

import java.util.ArrayList;
import java.util.List;

/// The 32 verbs: what each needs and may take, with which modals it stands, and the typology codes of
/// its breaches.
///
/// *act*: each matching incident is an event. *state*: holds over time. *achieve*: done once, verified,
/// then stays done. *procedure*: an entry of that body or party exists. `leave` is an act when it is
/// forbidden.
@SuppressWarnings("ImmutableEnumChecker") // the lists never change once the constructor has filled them
public enum Verb {
    FIRE("act", "FIR", "must-not may", "[what] [whom] [where]"),
    ENTER("act", "FOR AIR SEA", "must-not may", "where [what]"),
    CROSS("act", "FOR AIR SEA", "must-not may", "where"),
    ADVANCE("act", "FOR", "must-not", "where"),
    LAY("act", "MIN", "must-not", "what [where]"),
    BUILD("act", "FOR", "must-not may", "what [where]"),
    BRING_IN("act", "WPN", "must-not may", "what into [at-most]"),
    HINDER("act", "FOM SEA", "must-not may", "what|whom [where]"),
    JAM("act", "TEC", "must-not", "whom"),
    HARM("act", "CIV INF", "must-not", "what|whom"),
    DETAIN("act", "FOM", "must-not", "whom"),
    STOP("act", "SEA", "must-not", "[where]"),
    TRANSFER("act", "SEA", "must-not may", "what [where]"),
    KEEP("state", "WPN FOR", "must must-not may", "what [where] [at-least] [at-most]"),
    HOLD_OPEN("state", "OBL", "must", "where"),
    TRANSMIT("state", "OBL", "must", "[where]"),
    WITHDRAW("achieve", "OBL WPN FOR", "must", "what out-of"),
    LEAVE("achieve", "OBL FOR SEA", "must must-not", "where"),
    REMOVE("achieve", "OBL", "must", "what out-of"),
    GATHER("achieve", "OBL WPN", "must", "what into"),
    HAND_OVER("achieve", "OBL", "must", "what to [at-least]"),
    RELEASE("achieve", "OBL", "must", "what [to] [at-least]"),
    DESTROY("achieve", "OBL", "must", "what [where] [at-least]"),
    DEPLOY("achieve", "OBL FOR", "must must-not may", "what into [at-least]"),
    PROVIDE("achieve", "OBL", "must may", "what [to] [at-least]"),
    BRING_ABOUT("achieve", "OBL", "must must-not", "[what]"),
    NOTIFY("procedure", "OBL", "must", "to [what]"),
    REPORT("procedure", "OBL", "must", "to [what]"),
    DECIDE("procedure", "OBL", "must may", "[what]"),
    INSPECT("procedure", "OBL", "must may", "what [where] [at-least]"),
    MEET("procedure", "OBL", "must", ""),
    CONSULT("procedure", "OBL", "must", "[whom] [what]");

    /// How a verb is judged over time.
    public enum Course {
        ACT,
        STATE,
        ACHIEVE,
        PROCEDURE
    }

    private final Course course;
    private final List<String> typology;
    private final List<Modal> modals;
    private final List<List<Slot>> needed = new ArrayList<>();
    private final List<Slot> taken = new ArrayList<>();

    Verb(String course, String typology, String modals, String slots) {
        this.course = ClosedWords.find(Course.class, course).orElseThrow();
        this.typology = List.of(typology.split(" "));
        this.modals = words(Modal.class, modals.split(" "));
        for (String slot : slots.isEmpty() ? new String[0] : slots.split(" ")) {
            boolean optional = slot.startsWith("[");
            List<Slot> choice =
                    words(Slot.class, (optional ? slot.substring(1, slot.length() - 1) : slot).split("\\|"));
            taken.addAll(choice);
            if (!optional) {
                needed.add(choice);
            }
        }
    }

    private static <E extends Enum<E>> List<E> words(Class<E> closed, String... words) {
        List<E> found = new ArrayList<>();
        for (String word : words) {
            found.add(ClosedWords.find(closed, word).orElseThrow());
        }
        return List.copyOf(found);
    }

    /// How this verb is judged with that modal.
    public Course course(Modal modal) {
        return this == LEAVE && modal == Modal.MUST_NOT ? Course.ACT : course;
    }

    /// The typology codes that a breach may have.
    public List<String> typology() {
        return typology;
    }

    public boolean allows(Modal modal) {
        return modals.contains(modal);
    }

    public List<Modal> modals() {
        return modals;
    }

    /// Groups of slots of which one each must be filled.
    public List<List<Slot>> needed() {
        return List.copyOf(needed);
    }

    public boolean takes(Slot slot) {
        return taken.contains(slot);
    }

    public List<Slot> taken() {
        return List.copyOf(taken);
    }
}
