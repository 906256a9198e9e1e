package truceline.mission;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.Days;
import truceline.agreement.Fault;
import truceline.agreement.NodeText;
import truceline.agreement.compile.AgreementCompiler;
import truceline.agreement.compile.Compilation;
import truceline.compliance.NormCompiler;
import truceline.compliance.Norms;
import truceline.finding.Docket;
import truceline.geo.Geometry;
import truceline.json.JsonValue;

/// An agreement version that was entered, with its maps and what of it is evaluated. Immutable.
///
/// @param index index of the entry that put it in force
/// @param maps by name of a line or zone
/// @param units regions of the report, where they were given
public record AdoptedAgreement(
        long index,
        Entry.AgreementEntered entered,
        Agreement agreement,
        SortedMap<String, Geometry> maps,
        @Nullable Geometry units,
        Norms norms) {
    /// A party by its code and the agreement's own name for it.
    public record Party(String code, String name) {}

    static AdoptedAgreement of(
            long index,
            Entry.AgreementEntered entered,
            byte[] text,
            SortedMap<String, Geometry> maps,
            @Nullable Geometry units) {
        Compilation compilation = AgreementCompiler.compile(NodeText.fromJson(JsonValue.parse(text)));
        Agreement agreement = compilation.agreement();
        if (agreement == null) {
            Fault first = compilation.faults().getFirst();
            throw new CannotCheck(index, "the agreement has a fault: " + first.message());
        }
        return new AdoptedAgreement(index, entered, agreement, maps, units, NormCompiler.compile(agreement, maps));
    }

    /// The same version after people set days and settled readings: what counts from them runs.
    AdoptedAgreement under(Docket docket) {
        SortedMap<String, NormCompiler.Settlement> settled = new TreeMap<>();
        docket.settled()
                .forEach((provision, reading) ->
                        settled.put(provision, new NormCompiler.Settlement(reading.holder(), reading.fromMs())));
        return new AdoptedAgreement(
                index, entered, agreement, maps, units, NormCompiler.compile(agreement, maps, days(docket), settled));
    }

    /// Since when it is in force, milliseconds UTC; the first version since ever.
    public long fromMs() {
        Entry.Amendment amendment = entered.amendment();
        return amendment == null ? Long.MIN_VALUE : amendment.fromMs();
    }

    /// The days of the agreement, with those that people set.
    public Days days(Docket docket) {
        return Days.of(agreement, null).withMoments(docket.daysSet());
    }

    /// Title in the first language that the agreement gives one in.
    public String title() {
        return agreement.identity().title().firstEntry().getValue();
    }

    public String version() {
        return agreement.version();
    }

    /// The one zone of every local time.
    public ZoneId zone() {
        return agreement.timeZone();
    }

    /// Parties in the agreement's order.
    public List<Party> parties() {
        List<Party> parties = new ArrayList<>();
        agreement.parties().values().forEach(actor -> parties.add(new Party(actor.code(), actor.name())));
        return List.copyOf(parties);
    }

    /// Property of a unit that holds its name.
    public String unitNameProperty() {
        return "name";
    }

    /// Lines that have a map, by name.
    public SortedMap<String, Geometry> lines() {
        return only(agreement.lines().sequencedKeySet());
    }

    /// Zones that have a map of their own, by name.
    public SortedMap<String, Geometry> zones() {
        return only(agreement.zones().sequencedKeySet());
    }

    private SortedMap<String, Geometry> only(Iterable<String> names) {
        SortedMap<String, Geometry> chosen = new TreeMap<>();
        for (String name : names) {
            Geometry map = maps.get(name);
            if (map != null) {
                chosen.put(name, map);
            }
        }
        return chosen;
    }
}
