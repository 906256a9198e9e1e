package truceline.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.Fault;
import truceline.agreement.Node;
import truceline.agreement.compile.AgreementCompiler;
import truceline.agreement.compile.Compilation;

/// Reads the YAML file of an agreement, strictly: at most 4 MiB of UTF-8, one document, every scalar as
/// text, and nothing that two YAML parsers could read differently.
///
/// No input makes it throw or run long. Stateless and thread-safe. Format: `spec/agreement.md`.
public final class AgreementReader {
    private AgreementReader() {}

    /// The tree of the file, as far as it is YAML (null where it is not), and what became of it. The
    /// faults of the file as YAML and as an agreement are together in the compilation.
    public record Reading(@Nullable Node root, Compilation compilation) {
        /// The agreement.
        ///
        /// @param file the file that was read, for the sentence
        /// @throws Refusal naming file, line and column of the first fault
        public Agreement getAgreement(Path file) {
            Agreement agreement = compilation.agreement();
            if (agreement == null) {
                Fault fault = compilation.faults().getFirst();
                throw new Refusal(
                        "agreement-fault",
                        file + ":" + fault.line() + ":" + fault.column() + ": " + fault.code() + ": " + fault.message()
                                + " ('truceline agreement check' lists all "
                                + compilation.faults().size() + ")");
            }
            return agreement;
        }
    }

    /// Reads the bytes of a whole file.
    public static Reading read(byte[] yaml) {
        YamlText text = YamlText.decode(yaml);
        if (!text.isReadable()) {
            return new Reading(null, new Compilation(null, text.faults(), List.of()));
        }
        YamlTree tree = YamlTree.parse(text.text());
        List<Fault> faults = new ArrayList<>(text.faults());
        faults.addAll(tree.faults());
        Node root = tree.root();
        if (root == null) {
            return new Reading(null, new Compilation(null, sorted(faults), List.of()));
        }
        Compilation compilation = AgreementCompiler.compile(root);
        if (faults.isEmpty()) {
            return new Reading(root, compilation);
        }
        List<Fault> ofYaml = List.copyOf(faults);
        for (Fault fault : compilation.faults()) {
            boolean told =
                    ofYaml.stream().anyMatch(found -> found.line() == fault.line() && found.column() == fault.column());
            if (!told) {
                faults.add(fault);
            }
        }
        return new Reading(root, new Compilation(null, sorted(faults), List.of()));
    }

    private static List<Fault> sorted(List<Fault> faults) {
        return List.copyOf(new TreeSet<>(faults));
    }
}
