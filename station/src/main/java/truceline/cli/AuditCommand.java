package truceline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;
import truceline.audit.Difference;
import truceline.audit.Recomputation;
import truceline.compliance.Case;
import truceline.incident.Incidents;
import truceline.mission.Picture;
import truceline.station.BoundedHttp;
import truceline.station.BundleAudit;
import truceline.station.FolderAudit;
import truceline.station.OlderCheckpoints;
import truceline.station.ProtectedCount;
import truceline.station.QuorumAudit;
import truceline.station.WitnessPolicy;

/// `audit DIR|URL|BUNDLE.zip`: signatures, tree, every entry, everything recomputed. Reads only; needs no key.
@Command(
        name = "audit",
        description = "Verifies the record of a station and recomputes everything that follows from it.",
        mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "DIR|URL|BUNDLE.zip",
            description = "folder of the station, address of its published ledger (https, or http on this machine), or"
                    + " a bundle")
    private String place = "";

    @Option(
            names = "--older",
            paramLabel = "FILE",
            arity = "1..*",
            description = "checkpoints, proofs or a history kept from before, which the record must continue")
    private List<Path> older = new ArrayList<>();

    @Option(
            names = "--key",
            paramLabel = "VKEY",
            description = "the log's public key as you were told it (default: the one the record itself names)")
    private @Nullable String key;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "the quorum that must have cosigned (default: what the record's newest policy says, if any)")
    private @Nullable Path policy;

    @Option(names = "--json", description = "prints JSON")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (key != null) {
            KeyOption.check(key);
        }
        BundleAudit.Result audited = audited(OlderCheckpoints.read(older));
        FolderAudit.Result result = audited.ledger();
        List<Difference> differences = new ArrayList<>(result.tree());
        differences.addAll(result.recomputed().differences());
        QuorumAudit quorum = policy == null
                ? QuorumAudit.ofRecord(result)
                : QuorumAudit.of(result, WitnessPolicy.read(PolicyCommand.text(policy)));
        differences.addAll(quorum.differences());
        boolean couldNotCheck =
                result.recomputed().couldNotCheck() > 0 && result.tree().isEmpty();
        if (json) {
            JsonOut.print(spec.commandLine().getOut(), out -> write(out, audited, quorum, differences));
        } else {
            print(spec.commandLine().getOut(), audited, quorum, differences);
        }
        if (differences.isEmpty()) {
            return Exit.DONE;
        }
        return couldNotCheck && result.recomputed().differ() == 0 ? Exit.UNAVAILABLE : Exit.NO;
    }

    private BundleAudit.Result audited(OlderCheckpoints kept) throws IOException {
        if (BoundedHttp.isAddress(place)) {
            return new BundleAudit.Result(FolderAudit.ofAddress(place, key, kept), 0, "", 0);
        }
        Path path = Path.of(place);
        return Files.isRegularFile(path)
                ? bundle(path, kept)
                : new BundleAudit.Result(FolderAudit.of(path, key, kept), 0, "", 0);
    }

    /// A key that comes from inside what is checked proves nothing of who made it: that is said each time.
    private BundleAudit.Result bundle(Path path, OlderCheckpoints kept) throws IOException {
        BundleAudit.Result result = BundleAudit.of(path, key, kept);
        if (key == null && !result.key().isEmpty()) {
            PrintWriter words = spec.commandLine().getErr();
            words.println("truceline: checked by the key in the bundle: " + result.key());
            words.println("truceline: compare it with the one you were told, or give that one as --key");
        }
        return result;
    }

    private static void print(
            PrintWriter out, BundleAudit.Result audited, QuorumAudit quorum, List<Difference> differences) {
        FolderAudit.Result result = audited.ledger();
        Recomputation.Outcome outcome = result.recomputed();
        out.printf("tree        %,d entries, root %s%n", result.size(), result.rootBase64());
        out.printf(
                "confirmed   %s%s%n",
                quorum.level(), quorum.confirmedBy().isEmpty() ? "" : ": " + String.join(", ", quorum.confirmedBy()));
        if (differences.isEmpty()) {
            Picture picture = result.picture();
            Incidents incidents = picture.incidents();
            List<Case> cases = picture.cases(incidents);
            out.println("record      every file, entry, hash and signature verified");
            out.printf(
                    "recomputed  %,d observations, %,d incidents, %,d candidate cases%n",
                    picture.rows(), picture.count(incidents, cases), cases.size());
            out.printf("            %,d closed periods, all with the digest that was recorded%n", outcome.recomputed());
            ProtectedCount items = ProtectedCount.of(picture);
            if (audited.opened() > 0) {
                out.printf("opened      %,d protected items, each as the record commits to it%n", audited.opened());
            }
            if (items.items() > audited.opened()) {
                out.printf(
                        "withheld    protected items: %,d, of which redacted by decision: %,d%n",
                        items.items() - audited.opened(), items.redacted());
            }
            if (audited.withheld() > 0) {
                out.printf("withheld    files of submissions: %,d; their entries are verified%n", audited.withheld());
            }
            out.println("audit       passed");
            return;
        }
        DifferenceLines.print(out, differences);
        out.println("audit       failed: " + differences.size() + " differences");
    }

    private static void write(
            JsonGenerator out, BundleAudit.Result audited, QuorumAudit quorum, List<Difference> differences) {
        FolderAudit.Result result = audited.ledger();
        Recomputation.Outcome outcome = result.recomputed();
        out.writeStartObject();
        out.writeBooleanProperty("ok", differences.isEmpty());
        out.writeNumberProperty("size", result.size());
        out.writeStringProperty("root", result.rootBase64());
        out.writeStringProperty("confirmed", quorum.level());
        out.writeArrayPropertyStart("confirmedBy");
        quorum.confirmedBy().forEach(out::writeString);
        out.writeEndArray();
        out.writeObjectPropertyStart("findings");
        out.writeNumberProperty("recomputed", outcome.recomputed());
        out.writeNumberProperty("withheld", audited.withheld());
        out.writeNumberProperty("differ", outcome.differ());
        out.writeNumberProperty("couldNotCheck", outcome.couldNotCheck());
        out.writeEndObject();
        ProtectedCount items = ProtectedCount.of(result.picture());
        out.writeObjectPropertyStart("items");
        out.writeNumberProperty("verified", audited.opened());
        out.writeNumberProperty("withheld", items.items() - audited.opened());
        out.writeNumberProperty("redacted", items.redacted());
        out.writeEndObject();
        DifferenceLines.write(out, differences);
        out.writeEndObject();
    }
}
