package truceline.agreement;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One version of an agreement, complete and without a fault: every name resolved, every phrase typed,
/// provenance inherited. Maps keep the order of the file. Immutable; only {@link
/// truceline.agreement.compile.AgreementCompiler} makes one.
public record Agreement(
        Identity identity,
        SequencedMap<String, Source> sources,
        SequencedMap<String, Actor> parties,
        SequencedMap<String, Actor> others,
        SequencedMap<String, Body> bodies,
        SequencedMap<String, Force> forces,
        SequencedMap<String, Day> days,
        SequencedMap<String, Line> lines,
        SequencedMap<String, Place> places,
        SequencedMap<String, Zone> zones,
        SequencedMap<String, ObjectClass> classes,
        SequencedMap<String, Fact> facts,
        @Nullable Verification verification,
        @Nullable BodyClocks clocks,
        SequencedMap<String, SeverityRow> severity,
        SequencedMap<String, Provision> provisions,
        SequencedMap<String, Proposal> proposals,
        SequencedMap<String, Statement> statements,
        SequencedMap<String, Claim> claims) {

    public String id() {
        return identity.id();
    }

    public String version() {
        return identity.version();
    }

    public ZoneId timeZone() {
        return identity.timeZone();
    }

    /// Codes of the parties, in file order.
    public List<String> partyCodes() {
        return List.copyOf(parties.sequencedKeySet());
    }

    /// The provision with that id. Throws where there is none.
    public Provision getProvision(String id) {
        return findProvision(id).orElseThrow(() -> new IllegalStateException("no provision " + id));
    }

    public Optional<Provision> findProvision(String id) {
        return Optional.ofNullable(provisions.get(id));
    }

    /// The provisions directly below one, in file order.
    public List<Provision> children(String id) {
        List<Provision> children = new ArrayList<>();
        for (Provision provision : provisions.values()) {
            if (id.equals(provision.parent())) {
                children.add(provision);
            }
        }
        return List.copyOf(children);
    }

    /// The holders of readings, sorted: each is a world in which all his readings hold and the common
    /// text elsewhere. Empty when nothing is disputed.
    public List<String> worlds() {
        TreeSet<String> holders = new TreeSet<>();
        days.values().forEach(day -> holders.addAll(day.terms().byHolder().keySet()));
        lines.values().forEach(line -> holders.addAll(line.terms().byHolder().keySet()));
        zones.values().forEach(zone -> holders.addAll(zone.form().byHolder().keySet()));
        provisions
                .values()
                .forEach(
                        provision -> holders.addAll(provision.norms().byHolder().keySet()));
        return List.copyOf(holders);
    }
}
