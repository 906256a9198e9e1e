package truceline.finding;

import java.util.List;

/// A person or device on the rolls, who may make statements or sign submissions. Known by a word for the
/// post, never by a name.
///
/// @param id word for the post, such as `analyst-1`; also the name in the key
/// @param body the body of the agreement in which he serves, or empty for a party's own liaison and for a
///     device
/// @param seat code of the state or party whose seat he holds, with `/n` where it has several; empty for none
/// @param section section or delegation; two signatures need two sections
/// @param key public key in the signed-note form `name+hash+base64`
/// @param sources ids of the sources for which he or it may sign submissions, in ascending order
public record Person(String id, String body, String seat, String section, String key, List<String> sources) {
    public Person {
        sources = List.copyOf(sources);
    }

    /// A person who signs no submissions.
    public Person(String id, String body, String seat, String section, String key) {
        this(id, body, seat, section, key, List.of());
    }

    /// Code of the party or state behind the seat, without its number.
    public String seatCode() {
        int slash = seat.indexOf('/');
        return slash < 0 ? seat : seat.substring(0, slash);
    }

    /// True where it serves in no body and for no party: it may sign submissions and nothing else.
    public boolean isDevice() {
        return body.isEmpty() && seat.isEmpty();
    }
}
