package truceline.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import truceline.ledger.Checkpoint;
import truceline.ledger.Hash;
import truceline.ledger.TileBuilder;

/// Checkpoints known from before, compared with the tree while it grows past their sizes, so that a thousand of them
/// cost one reading of the entries. One instance serves one thread.
final class OlderRoots {
    private final List<Checkpoint> waiting;
    private final List<Checkpoint> inconsistent = new ArrayList<>();
    private int next;

    /// @param checkpoint what all of them must be beginnings of
    OlderRoots(Checkpoint checkpoint, List<Checkpoint> older) {
        waiting = new ArrayList<>(older);
        waiting.sort(Comparator.comparingLong(Checkpoint::size));
        waiting.removeIf(before -> {
            boolean isNone = !before.origin().equals(checkpoint.origin()) || before.size() > checkpoint.size();
            return isNone && inconsistent.add(before);
        });
    }

    /// Appends leaf hashes to a tree, stopping at every size that a checkpoint tells the root of.
    void append(TileBuilder tree, byte[] leafHashes, int count) {
        int done = 0;
        long start = tree.size();
        compare(tree);
        while (next < waiting.size() && waiting.get(next).size() <= start + count) {
            int until = (int) (waiting.get(next).size() - start);
            tree.append(leafHashes, done * Hash.BYTES, until - done);
            done = until;
            compare(tree);
        }
        tree.append(leafHashes, done * Hash.BYTES, count - done);
    }

    private void compare(TileBuilder tree) {
        while (next < waiting.size() && waiting.get(next).size() == tree.size()) {
            Checkpoint before = waiting.get(next++);
            if (!tree.root().equals(before.root())) {
                inconsistent.add(before);
            }
        }
    }

    /// Those that are no beginning of the tree; to be asked once the whole tree was appended.
    List<Checkpoint> inconsistent() {
        return List.copyOf(inconsistent);
    }
}
