package truceline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import truceline.ledger.SignedText;
import truceline.ledger.Signer;
import truceline.mission.AmendmentText;
import truceline.mission.Entry;
import truceline.station.AgreementFile;
import truceline.station.Clock;
import truceline.station.Receipt;
import truceline.station.Station;

/// `agreement amend DIR FILE --from TIME`.
@Command(
        name = "amend",
        description = {
            "Puts a new version of the agreement in force from a moment on, signed by those who may change the version",
            "before. What happened until then is judged by the version before."
        },
        mixinStandardHelpOptions = true)
final class AgreementAmendCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "folder of the station")
    private Path folder = Path.of("");

    @Parameters(index = "1", paramLabel = "FILE", description = "the new version, which supersedes the one before")
    private Path file = Path.of("");

    @Option(names = "--from", required = true, paramLabel = "TIME", description = "in force from then, with its offset")
    private String from = "";

    @Option(names = "--units", paramLabel = "FILE", description = "regions of the report as GeoJSON")
    private @Nullable Path units;

    @Option(names = "--signer", paramLabel = "FILE", description = "key file of somebody who signs here")
    private List<Path> signers = new ArrayList<>();

    @Option(names = "--signature", paramLabel = "ID=BASE64", description = "what somebody signed elsewhere")
    private Map<String, String> signatures = new LinkedHashMap<>();

    @Option(names = "--text", description = "prints the text to sign, for 'key sign', and enters nothing")
    private boolean text;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        long fromMs = Moments.parse("--from", from);
        AgreementFile next = AgreementFile.read(file, units);
        PrintWriter out = spec.commandLine().getOut();
        try (Station station = Station.open(folder, Clock.system())) {
            String toSign = AmendmentText.of(station.origin(), station.version(next), fromMs);
            if (text) {
                out.print(toSign);
                return Exit.DONE;
            }
            List<Entry.Signature> all = new ArrayList<>();
            signatures.forEach((id, signature) -> all.add(new Entry.Signature(id, signature)));
            for (Path key : signers) {
                Signer signer = KeyFile.read(key);
                all.add(new Entry.Signature(signer.name(), SignedText.sign(toSign, signer)));
            }
            Receipt receipt = station.amend(next, new Entry.Amendment(fromMs, all), (index, leaf) -> {});
            out.printf(
                    "version %s in force from %s: entry %d%n",
                    next.agreement().version(),
                    Instant.ofEpochMilli(fromMs),
                    receipt.firstEntry() + receipt.entries() - 1);
        }
        return Exit.DONE;
    }
}
