package truceline.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// All that the record does to files, so that tests can lose power at every step.
///
/// An [IOException] means that the caller must stop writing: whether the bytes are on the disk is then unknown.
interface Disk {
    /// The whole file; [java.nio.file.NoSuchFileException] where there is none.
    byte[] read(Path file) throws IOException;

    /// Fills `out` from `position` on; [java.io.EOFException] where the file is shorter.
    void read(Path file, long position, byte[] out) throws IOException;

    /// As [#read(Path)], from the disk itself rather than from memory where the file system allows.
    byte[] readAroundCache(Path file) throws IOException;

    /// Creates or replaces files and returns once their content is durable; their names are not until
    /// [#forceDirectory].
    void write(Map<Path, byte[]> files) throws IOException;

    /// Opens an existing file for writing in place.
    Open open(Path file) throws IOException;

    void rename(Path from, Path to) throws IOException;

    void createDirectory(Path directory) throws IOException;

    /// Makes the names in a directory durable.
    void forceDirectory(Path directory) throws IOException;

    void delete(Path file) throws IOException;

    long length(Path file) throws IOException;

    boolean exists(Path file) throws IOException;

    /// The names in a directory, sorted; empty where there is no such directory.
    List<String> list(Path directory) throws IOException;

    /// Room on the disk that holds a path.
    Room room(Path path) throws IOException;

    /// Takes the lock that lets one process, and within it one writer, write a station, or refuses with
    /// [truceline.ledger.LedgerException] `locked`.
    Lock lock(Path file) throws IOException;

    /// The lock of a writer.
    interface Lock extends AutoCloseable {
        /// False once the file that is locked no longer has its name: another writer may then lock another file of
        /// that name.
        boolean isHeld() throws IOException;

        @Override
        void close() throws IOException;
    }

    /// How much room a disk has.
    ///
    /// @param totalBytes size of the disk
    /// @param freeBytes what this process may still write
    record Room(long totalBytes, long freeBytes) {}

    /// A file open for writing in place, of fixed length.
    interface Open extends AutoCloseable {
        /// Writes some of the bytes, at least one of any, and moves the buffer on by as many: the caller goes on.
        void write(long position, ByteBuffer bytes) throws IOException;

        /// Writes all of the bytes.
        default void writeFully(long position, byte[] bytes) throws IOException {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                write(position + left.position(), left);
            }
        }

        /// Returns once everything written is durable.
        void force() throws IOException;

        @Override
        void close() throws IOException;
    }
}
