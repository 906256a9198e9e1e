package truceline.agreement;

import java.util.List;

/// A party, or another state, organisation or group. A group with members acts as one.
public record Actor(String code, String name, List<String> members, Origin origin) {
    public Actor {
        members = List.copyOf(members);
    }
}
