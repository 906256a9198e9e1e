package truceline.report.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import truceline.agreement.Node;
import truceline.mission.Documents;

/// Which bytes of an agreement file are signed, and their SHA-256 in lower-case hexadecimal.
///
/// The signed bytes run from the first byte of the file to the one before the line on which the first of the sections
/// `proposals`, `statements` and `claims` begins; without such a section they are the whole file.
///
/// @param length number of signed bytes
/// @param fileSha256 hash of the whole file, which a later version names under `supersedes`
/// @param unsigned names of the sections that are not signed, in file order
public record SignedBytes(String sha256, int length, String fileSha256, int fileLength, List<String> unsigned) {
    private static final List<String> UNSIGNED = List.of("proposals", "statements", "claims");

    public SignedBytes {
        unsigned = List.copyOf(unsigned);
    }

    /// The signed bytes of a file that was read without a fault.
    ///
    /// @param root the tree of that file, with its marks
    public static SignedBytes of(byte[] file, Node root) {
        List<String> unsigned = new ArrayList<>();
        int length = file.length;
        if (root instanceof Node.Mapping mapping) {
            for (Node.Entry entry : mapping.entries()) {
                if (UNSIGNED.contains(entry.key().text())) {
                    if (unsigned.isEmpty()) {
                        length = startOfLine(file, entry.key().line());
                    }
                    unsigned.add(entry.key().text());
                }
            }
        }
        return new SignedBytes(
                Documents.sha256(Arrays.copyOf(file, length)), length, Documents.sha256(file), file.length, unsigned);
    }

    /// How anybody recomputes the hash from the file.
    public String command(String fileName) {
        return length == fileLength ? "sha256sum " + fileName : "head -c " + length + " " + fileName + " | sha256sum";
    }

    /// The first byte of a line; lines count from 1 and end with LF, CR LF or CR.
    private static int startOfLine(byte[] file, int line) {
        int current = 1;
        for (int i = 0; i < file.length; i++) {
            if (current == line) {
                return i;
            }
            boolean isEnd = file[i] == '\n' || file[i] == '\r' && (i + 1 == file.length || file[i + 1] != '\n');
            current += isEnd ? 1 : 0;
        }
        throw new IllegalStateException("the file has no line " + line);
    }
}
