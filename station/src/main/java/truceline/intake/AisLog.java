package truceline.intake;

import org.jspecify.annotations.Nullable;
import truceline.intake.ais.AisBits;
import truceline.intake.ais.AisMessage;
import truceline.intake.ais.AisParts;
import truceline.intake.ais.AisSentence;
import truceline.observation.Draft;
import truceline.observation.Rejection;
import truceline.observation.RowSink;

/// The lines of one log, of which some are rows by themselves and some only together. A message of several
/// lines has the number of its last line; its bytes are its lines, apart by a line feed. Not thread-safe.
final class AisLog {
    private final RowSink sink;
    private final AisSentence sentence = new AisSentence();
    private final AisTime time = new AisTime();
    private final AisParts parts = new AisParts(Draft.NONE);
    private final Draft draft = new Draft();
    private final Fault fault = new Fault();

    AisLog(RowSink sink) {
        this.sink = sink;
    }

    void line(LineScanner lines) {
        byte[] bytes = lines.buffer();
        fault.clear();
        String broken = lines.fault();
        if (broken != null) {
            fault.at("", broken, "");
        } else {
            switch (sentence.read(bytes, lines.from(), lines.to())) {
                case OTHER -> {
                    return;
                }
                case BROKEN -> fault.at(sentence.field(), sentence.code(), "");
                case MESSAGE -> {
                    if (time.read(bytes, lines.to(), sentence, fault)) {
                        sentence(lines);
                    }
                }
            }
        }
        if (!fault.isNone()) {
            sink.rejected(fault.toRejection(lines.row()), bytes, lines.from(), lines.to());
        }
    }

    /// Tells of messages that the file leaves unfinished, as the rows that would have come next.
    ///
    /// @return the last row number that was told
    long end(long lastRow) {
        long row = lastRow;
        for (AisParts.Group left = parts.findEldest(); left != null; left = parts.findEldest()) {
            row++;
            incomplete(left, row);
        }
        return row;
    }

    private void sentence(LineScanner lines) {
        byte[] bytes = lines.buffer();
        int from = lines.from();
        int to = lines.to();
        if (sentence.parts() == 1) {
            AisBits bits = AisBits.of(bytes, sentence.payloadFrom(), sentence.payloadTo(), sentence.fillBits());
            message(bits, time.momentMs(), time.precisionMs(), lines.row(), bytes, from, to);
        } else if (to - from > AisParts.MOST_LINE_BYTES) {
            fault.at("", "row-too-long", "");
        } else if (sentence.part() == 1) {
            incomplete(parts.begin(sentence, bytes, from, to, time.momentMs(), time.precisionMs()), lines.row());
        } else {
            joined(parts.join(sentence, bytes, from, to, time.momentMs(), time.precisionMs()), lines.row());
        }
    }

    private void incomplete(AisParts.@Nullable Group group, long row) {
        if (group != null) {
            byte[] all = group.lines();
            sink.rejected(new Rejection(row, "", "message-incomplete", ""), all, 0, all.length);
        }
    }

    private void joined(AisParts.@Nullable Group group, long row) {
        if (group == null) {
            return;
        }
        byte[] all = group.lines();
        if (!group.isWhole()) {
            sink.rejected(new Rejection(row, "part", "part-missing", ""), all, 0, all.length);
            return;
        }
        AisBits bits = group.findBits();
        if (bits == null) {
            sink.rejected(new Rejection(row, "payload", "too-long", ""), all, 0, all.length);
        } else {
            message(bits, group.timeMs(), group.precisionMs(), row, all, 0, all.length);
        }
    }

    private void message(AisBits bits, long timeMs, int precisionMs, long row, byte[] bytes, int from, int to) {
        LineFile.Fate fate = LineFile.Fate.REJECTED;
        draft.clear();
        draft.row = row;
        if (AisMessage.isMessage(bits)) {
            fate = AisPosition.fill(AisMessage.of(bits), timeMs, precisionMs, draft, fault);
        } else {
            fault.at("payload", bits.length() < 38 ? "message-too-short" : "unknown-message-type", "");
        }
        if (fate == LineFile.Fate.ROW) {
            sink.observed(draft, bytes, from, to);
        } else if (fate == LineFile.Fate.REJECTED) {
            sink.rejected(fault.toRejection(row), bytes, from, to);
            fault.clear();
        }
    }
}
