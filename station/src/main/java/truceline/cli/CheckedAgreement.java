package truceline.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.Fault;
import truceline.agreement.Forces;
import truceline.agreement.Node;
import truceline.agreement.Note;
import truceline.agreement.Provision;
import truceline.agreement.VotingPower;
import truceline.compliance.NormCompiler;
import truceline.compliance.Norms;
import truceline.geo.Geometry;
import truceline.intake.AgreementReader;
import truceline.intake.Refusal;
import truceline.intake.UnitMatches;
import truceline.station.AgreementFile;

/// One agreement file as `agreement check` tells it. With faults in the text, all but faults and notes is empty; a map
/// that cannot be read is a fault too, at the words that name it.
record CheckedAgreement(
        Path file,
        List<Fault> faults,
        List<Note> notes,
        List<Provision> provisions,
        List<Dispute> disputes,
        List<Forces.Entry> forces,
        List<VotingPower> votes,
        List<String> parties,
        Norms norms) {
    /// A day, line or zone as a holder reads it, in the words of the file.
    record Dispute(String section, String name, String holder, String words) {}

    static CheckedAgreement of(Path file, @Nullable Path units) throws IOException {
        AgreementReader.Reading reading = AgreementReader.read(AgreementFile.bytes(file));
        Agreement agreement = reading.compilation().agreement();
        List<Fault> faults = new ArrayList<>(reading.compilation().faults());
        Node root = reading.root();
        if (agreement == null || root == null) {
            Norms none = new Norms(List.of(), List.of());
            return new CheckedAgreement(
                    file,
                    faults,
                    reading.compilation().notes(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    none);
        }
        TreeSet<Note> notes = new TreeSet<>(reading.compilation().notes());
        SortedMap<String, Geometry> maps = new TreeMap<>();
        try {
            AgreementFile whole = AgreementFile.read(file, units);
            whole.maps().forEach((name, map) -> maps.put(name, map.geometry()));
            AgreementFile.MapFile boundaries = whole.units();
            if (boundaries != null) {
                notes.addAll(UnitMatches.notes(root, boundaries.geometry()));
            }
        } catch (Refusal e) {
            faults.add(fault(root, e.code(), String.valueOf(e.getMessage())));
        } catch (NoSuchFileException e) {
            faults.add(fault(root, "bad-map", "There is no file " + e.getMessage() + "; put it beside the agreement."));
        }
        return new CheckedAgreement(
                file,
                faults,
                List.copyOf(notes),
                List.copyOf(agreement.provisions().values()),
                disputes(root),
                Forces.of(agreement).entries(),
                VotingPower.of(agreement),
                agreement.partyCodes(),
                NormCompiler.compile(agreement, maps));
    }

    /// A fault of a map stands at the first words of the file that its message names.
    private static Fault fault(Node root, String code, String message) {
        List<Node.Scalar> named = new ArrayList<>();
        for (String section : List.of("lines", "zones")) {
            named(section(root, section), message, named);
        }
        return named.isEmpty()
                ? new Fault(1, 1, code, message)
                : new Fault(named.getFirst().line(), named.getFirst().column(), code, message);
    }

    private static void named(Node node, String message, List<Node.Scalar> found) {
        switch (node) {
            case Node.Scalar scalar -> {
                boolean names =
                        scalar.text().endsWith(".geojson") || scalar.text().length() == 64;
                if (names && message.contains(scalar.text())) {
                    found.add(scalar);
                }
            }
            case Node.Sequence sequence -> sequence.elements().forEach(element -> named(element, message, found));
            case Node.Mapping mapping -> mapping.entries().forEach(entry -> named(entry.value(), message, found));
        }
    }

    private static Node section(Node root, String name) {
        Node none = new Node.Mapping(List.of(), 1, 1);
        return root instanceof Node.Mapping mapping ? mapping.find(name).orElse(none) : none;
    }

    private static List<Dispute> disputes(Node root) {
        List<Dispute> disputes = new ArrayList<>();
        for (String section : List.of("days", "lines", "zones")) {
            if (section(root, section) instanceof Node.Mapping elements) {
                for (Node.Entry element : elements.entries()) {
                    if (section(element.value(), "readings") instanceof Node.Mapping holders) {
                        holders.entries()
                                .forEach(holder -> disputes.add(new Dispute(
                                        section.substring(0, section.length() - 1),
                                        element.key().text(),
                                        holder.key().text(),
                                        words(holder.value()))));
                    }
                }
            }
        }
        return List.copyOf(disputes);
    }

    /// A value in the words of the file: `date 2016-12-01`, `kinds guns, mortars`.
    private static String words(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> scalar.text().equals("open") ? "[open]" : scalar.text();
            case Node.Sequence sequence ->
                String.join(
                        ", ",
                        sequence.elements().stream()
                                .map(CheckedAgreement::words)
                                .toList());
            case Node.Mapping mapping ->
                String.join(
                        ", ",
                        mapping.entries().stream()
                                .map(entry -> entry.key().text() + " " + words(entry.value()))
                                .toList());
        };
    }
}
