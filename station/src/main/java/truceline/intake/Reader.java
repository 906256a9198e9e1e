package truceline.intake;

import java.io.IOException;
import java.io.InputStream;
import truceline.observation.RowSink;

/// Turns the bytes of one format into rows. Pure: the same bytes give the same rows. Instances hold no state between
/// calls.
public interface Reader {
    /// The format's name as `--format` and the record write it, such as `firms-csv`.
    String name();

    /// Version of the rules by which bytes become rows; it goes into the record with every submission.
    int version();

    /// Class of the file as a whole: 'P' where everybody may read it, 'M' where only the monitor may.
    char fileClass();

    /// Reads to the end. Rows that cannot be used are handed to the sink as rejections and reading goes on.
    ///
    /// @throws Refusal where the file as a whole cannot be read in this format
    /// @throws IOException where the disk fails; a damaged compressed stream is a rejection, not an exception
    void read(InputStream bytes, RowSink sink) throws IOException;
}
