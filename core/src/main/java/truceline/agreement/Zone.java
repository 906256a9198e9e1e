package truceline.agreement;

/// A named area or volume. `isRelative` says that its shape depends on the party whose duty is judged;
/// such a zone binds only parties.
public record Zone(String name, Readings<ZoneForm> form, boolean isRelative, Origin origin) {}
