package truceline.audit;

import java.util.List;
import java.util.function.Function;

/// The files of a ledger folder, wherever they are.
///
/// @param paths every file, relative to the folder: `checkpoint`, `tile/0/000.p/24`
/// @param read the bytes of a listed file
public record TreeFiles(List<String> paths, Function<String, byte[]> read) {
    public TreeFiles {
        paths = List.copyOf(paths);
    }
}
