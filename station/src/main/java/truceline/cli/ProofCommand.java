package truceline.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import truceline.station.LedgerView;

/// `proof DIR INDEX`: that an entry is in the record, to be checked offline.
@Command(
        name = "proof",
        description = "Prints the proof that an entry is in the record, as a .tlog-proof file.",
        mixinStandardHelpOptions = true)
final class ProofCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "folder of the station")
    private Path folder = Path.of("");

    @Parameters(index = "1", paramLabel = "INDEX", description = "the entry, counted from 0")
    private long index;

    @Option(names = "--entry", description = "prints the entry itself, the bytes that the proof is of")
    private boolean entry;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        LedgerView ledger = LedgerView.open(folder);
        byte[] bytes = entry ? ledger.entry(index) : ledger.proof(index).encode();
        spec.commandLine().getOut().print(new String(bytes, StandardCharsets.UTF_8));
        return Exit.DONE;
    }
}
