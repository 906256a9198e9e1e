package truceline.duty.life;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.Tree;
import truceline.agreement.compile.AgreementCompiler;
import truceline.agreement.compile.Compilation;
import truceline.agreement.phrase.ClosedWords;
import truceline.agreement.phrase.Verb;
import truceline.compliance.Zone;
import truceline.geo.Disc;
import truceline.geo.Feature;
import truceline.geo.Geometry;
import truceline.geo.Path;
import truceline.geo.Polygon;
import truceline.geo.Shape;
import truceline.observation.Kind;
import truceline.observation.Weapon;

/// A history told entry by entry, and what came of it. One degree of latitude is about 111 km here.
final class Tale {
    private final Evaluation evaluation;
    private final List<Occurrence> told = new ArrayList<>();
    final List<Change> changes = new ArrayList<>();
    private long entry = 10;

    Tale(Agreement agreement, SortedMap<String, Geometry> maps, String entered) {
        evaluation = new Evaluation(agreement, maps, 9, at(entered));
    }

    /// A small agreement of two parties; sections and provisions in the flow form of the file.
    static Agreement agreement(String sections, String provisions) {
        return compile("{agreement: 1, id: small, title: {en: Small}, status: agreed, version: 1.0.0,"
                + " languages: {authentic: [en]}, time-zone: Etc/UTC, runs: {from: D}, basis: assumed, sources: {},"
                + " parties: {AA: Aland, BB: Beland}, others: {GG: Guarantor},"
                + " bodies: {panel: {may: [observe, attest, set-day, verify, attribute, inspect, authorise,"
                + " settle-reading]}}, " + sections + ", provisions: {1: {text: {en: Peace.}}, "
                + provisions.replace("{who:", "{text: {en: Words.}, who:") + "}}");
    }

    static Agreement compile(String text) {
        Compilation compilation = AgreementCompiler.compile(Tree.of(text));
        if (compilation.agreement() == null) {
            throw new IllegalArgumentException(compilation.faults().toString());
        }
        return Objects.requireNonNull(compilation.agreement());
    }

    /// A line along a parallel, drawn to the east, from 10 to 20 degrees: north is left.
    static Geometry parallel(double latitude) {
        int lat = (int) Math.round(latitude * 1e7);
        Path path = new Path(new int[] {100_000_000, 200_000_000}, new int[] {lat, lat});
        return new Geometry(List.of(new Feature(Map.of(), new Shape.Lines(List.of(path)))));
    }

    /// A box in whole degrees.
    static Geometry box(int west, int south, int east, int north) {
        int w = west * 10_000_000;
        int s = south * 10_000_000;
        int e = east * 10_000_000;
        int n = north * 10_000_000;
        Path shell = new Path(new int[] {w, e, e, w, w}, new int[] {s, s, n, n, s});
        return new Geometry(List.of(new Feature(Map.of(), new Shape.Areas(List.of(new Polygon(shell, List.of()))))));
    }

    static SortedMap<String, Geometry> maps(Object... namesAndMaps) {
        SortedMap<String, Geometry> maps = new TreeMap<>();
        for (int i = 0; i < namesAndMaps.length; i += 2) {
            maps.put((String) namesAndMaps[i], (Geometry) namesAndMaps[i + 1]);
        }
        return maps;
    }

    static long at(String instant) {
        return Instant.parse(instant.length() == 10 ? instant + "T00:00:00Z" : instant + ":00Z")
                .toEpochMilli();
    }

    static Disc disc(double longitude, double latitude) {
        return new Disc((int) Math.round(longitude * 1e7), (int) Math.round(latitude * 1e7), 0);
    }

    Tale tell(Occurrence occurrence) {
        told.add(occurrence);
        changes.addAll(evaluation.take(occurrence));
        return this;
    }

    List<Occurrence> told() {
        return told;
    }

    Tale tick(String known) {
        return tell(new Occurrence.Ticked(entry++, at(known)));
    }

    Tale says(String known, String by, String fact, @Nullable String about, boolean holds) {
        return tell(new Occurrence.Said(entry++, at(known), fact, about, by, holds, at(known), null));
    }

    Tale saysOf(String known, String by, String fact, @Nullable String about, String incident) {
        return tell(new Occurrence.Said(entry++, at(known), fact, about, by, true, at(known), incident));
    }

    Tale done(String known, String provision, String by, long quantity) {
        return tell(new Occurrence.Done(entry++, at(known), provision, by, at(known), quantity * 1000));
    }

    Tale notice(String known, String by, String to) {
        return tell(new Occurrence.Noticed(entry++, at(known), to, by, at(known)));
    }

    Tale acted(Evidence act) {
        return tell(new Occurrence.Acted(entry++, act.toMs(), act));
    }

    Tale found(String known, Evidence act, String against) {
        return tell(new Occurrence.Found(entry++, at(known), act, against));
    }

    Tale seen(String known, String id, @Nullable String by, Disc place, String... knownTo) {
        Evidence thing = new Evidence(
                id,
                Verb.KEEP,
                at(known),
                at(known),
                place,
                null,
                Zone.ON_SURFACE,
                Kind.WEAPON,
                Weapon.ARTILLERY,
                1220,
                null,
                List.of(knownTo),
                List.of(),
                -1,
                by);
        return tell(new Occurrence.Seen(entry++, at(known), thing));
    }

    long next() {
        return entry++;
    }

    static Evidence act(Verb verb, String id, String when, @Nullable String by, @Nullable Disc place, String... known) {
        Kind kind = verb == Verb.FIRE ? Kind.EXPLOSION : Kind.ARMED_PRESENCE;
        return new Evidence(
                id,
                verb,
                at(when),
                at(when),
                place,
                null,
                Zone.ON_SURFACE,
                kind,
                Weapon.NOT_KNOWN,
                -1,
                null,
                List.of(known),
                List.of(),
                -1,
                by);
    }

    Phase phase(String provision, String who, String world) {
        return state(provision, who, world).phase();
    }

    Phase phase(String provision, String who) {
        return state(provision, who, "").phase();
    }

    ProvisionState state(String provision, String who, String world) {
        return evaluation.states(provision, who).stream()
                .filter(state -> world.isEmpty() || state.worlds().contains(world))
                .findFirst()
                .orElseThrow();
    }

    String why(String provision, String who, String world) {
        return state(provision, who, world).reasons().stream()
                .map(Reason::english)
                .collect(Collectors.joining("; "));
    }

    Evaluation evaluation() {
        return evaluation;
    }

    /// What came of it, one line a change.
    List<String> lines() {
        return changes.stream().map(Tale::line).toList();
    }

    static String line(Change change) {
        String worlds = change.worlds().isEmpty()
                ? ""
                : " in " + String.join(",", change.worlds().stream().sorted().toList());
        return switch (change) {
            case Change.Moved moved ->
                moved.provision() + " " + moved.who() + " " + word(moved.from()) + " > " + word(moved.to()) + " at "
                        + Instant.ofEpochMilli(moved.atMs()) + worlds;
            case Change.Judged judged ->
                judged.provision() + " " + judged.id() + " by " + judged.who() + ": " + word(judged.outcome())
                        + (judged.level() == null ? "" : " " + word(judged.level()) + " (" + judged.row() + ")")
                        + worlds;
        };
    }

    private static String word(Enum<?> word) {
        return ClosedWords.word(word);
    }
}
