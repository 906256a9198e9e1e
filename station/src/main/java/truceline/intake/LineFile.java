package truceline.intake;

import java.io.IOException;
import java.io.InputStream;
import truceline.observation.Draft;
import truceline.observation.Rejection;
import truceline.observation.RowSink;

/// The way through a file of lines, plain or gzip, that formats without a header take: each line is a row, a
/// rejection, or of a sort that the format has besides rows. Stateless.
final class LineFile {
    /// What became of a line.
    enum Fate {
        ROW,
        REJECTED,
        /// Well-formed, and no row: it says nothing of what was observed.
        OTHER
    }

    /// What a format makes of one line.
    @FunctionalInterface
    interface Line {
        Fate fill(byte[] bytes, int from, int to, Draft draft, Fault fault);
    }

    private LineFile() {}

    static void read(InputStream bytes, RowSink sink, Line format) throws IOException {
        Gunzip plain = new Gunzip(bytes);
        LineScanner lines = new LineScanner(plain);
        Draft draft = new Draft();
        Fault fault = new Fault();
        while (lines.next()) {
            if (lines.isUnfinished() && plain.fault() != null) {
                break;
            }
            draft.clear();
            draft.row = lines.row();
            fault.clear();
            Fate fate = fate(lines, format, draft, fault);
            if (fate == Fate.ROW) {
                sink.observed(draft, lines.buffer(), lines.from(), lines.to());
            } else if (fate == Fate.REJECTED) {
                sink.rejected(fault.toRejection(lines.row()), lines.buffer(), lines.from(), lines.to());
            }
        }
        end(lines, plain, lines.row(), sink);
    }

    /// Tells what is wrong with the file's end, or refuses a file without a line.
    ///
    /// @param told the last row number that was told
    static void end(LineScanner lines, Gunzip plain, long told, RowSink sink) {
        String damage = plain.fault();
        if (damage != null) {
            boolean cut = lines.row() > 0 && lines.isUnfinished();
            int from = cut ? lines.from() : 0;
            int to = cut ? lines.to() : 0;
            long row = cut && told == lines.row() ? told : told + 1;
            sink.rejected(
                    new Rejection(row, "", damage, "the compressed file ends before its end"),
                    lines.buffer(),
                    from,
                    to);
        } else if (lines.row() == 0) {
            throw new Refusal("empty-file", "The file is empty.");
        }
    }

    private static Fate fate(LineScanner lines, Line format, Draft draft, Fault fault) {
        String broken = lines.fault();
        if (broken != null) {
            fault.at("", broken, "");
            return Fate.REJECTED;
        }
        return format.fill(lines.buffer(), lines.from(), lines.to(), draft, fault);
    }
}
