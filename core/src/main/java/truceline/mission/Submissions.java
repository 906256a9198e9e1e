package truceline.mission;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import truceline.observation.ArrayReader;
import truceline.observation.ArrayWriter;
import truceline.observation.TextColumn;

/// The submissions of a ledger in the order of entry, as columns: a station may hold a million of one row each. The
/// mission appends; a picture holds a view of the first ones, which is immutable. Safe for many threads beside the
/// writer.
public final class Submissions {
    private static final int FIRST_CAPACITY = 256;
    private static final int TEXTS = 9;
    private static final int NUMBERS = 6;
    private static final int INDEX = 0;
    private static final int SOURCE = 1;
    private static final int READER = 2;
    private static final int CLASS = 3;
    private static final int BYTES = 4;
    private static final int RECEIVED = 5;

    private final long[][] numbers;
    private final TextColumn[] texts;
    private int size;

    Submissions() {
        numbers = new long[NUMBERS][FIRST_CAPACITY];
        texts = new TextColumn[TEXTS];
        Arrays.setAll(texts, _ -> new TextColumn(FIRST_CAPACITY));
    }

    private Submissions(long[][] numbers, TextColumn[] texts, int size) {
        this.numbers = numbers;
        this.texts = texts;
        this.size = size;
    }

    static Submissions read(ArrayReader in) {
        long[][] numbers = new long[NUMBERS][];
        for (int i = 0; i < NUMBERS; i++) {
            numbers[i] = in.numbers(FIRST_CAPACITY);
        }
        int size = in.count();
        TextColumn[] texts = new TextColumn[TEXTS];
        for (int i = 0; i < TEXTS; i++) {
            texts[i] = in.texts();
            texts[i].grow(size + FIRST_CAPACITY);
        }
        return new Submissions(numbers, texts, size);
    }

    void write(ArrayWriter out) {
        for (long[] column : numbers) {
            out.numbers(size, i -> column[i]);
        }
        for (TextColumn column : texts) {
            out.texts(size, column::get);
        }
    }

    void add(long index, int source, Entry.Submitted entered) {
        if (size == numbers[0].length) {
            for (int i = 0; i < NUMBERS; i++) {
                numbers[i] = Arrays.copyOf(numbers[i], size * 2);
            }
            for (TextColumn column : texts) {
                column.grow(size * 2);
            }
        }
        numbers[INDEX][size] = index;
        numbers[SOURCE][size] = source;
        numbers[READER][size] = entered.reader();
        numbers[CLASS][size] = entered.fileClass();
        numbers[BYTES][size] = entered.sizeBytes();
        numbers[RECEIVED][size] = entered.receivedMs();
        texts[0].set(size, entered.id());
        texts[1].set(size, entered.source());
        texts[2].set(size, entered.format());
        texts[3].set(size, entered.blob());
        texts[4].set(size, entered.commitment());
        texts[5].set(size, entered.mapping());
        Entry.Signed signed = entered.signed();
        texts[6].set(size, signed == null ? null : signed.by());
        texts[7].set(size, signed == null ? null : signed.batch());
        texts[8].set(size, signed == null ? null : signed.signature());
        size++;
    }

    /// What is held now, and stays so while more is added.
    Submissions view() {
        return new Submissions(numbers.clone(), texts, size);
    }

    public int size() {
        return size;
    }

    /// The submission whose entry has that index, or null.
    public @Nullable Submission get(long index) {
        int place = place(index);
        return place < 0 ? null : at(place);
    }

    /// All of them in the order of entry, each made when it is asked for.
    public List<Submission> values() {
        return new AbstractList<>() {
            @Override
            public Submission get(int place) {
                return at(Objects.checkIndex(place, size));
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    int place(long index) {
        return Arrays.binarySearch(numbers[INDEX], 0, size, index);
    }

    int source(int place) {
        return (int) numbers[SOURCE][place];
    }

    /// When the last submission before an entry was received, milliseconds UTC.
    long receivedMsBefore(long index) {
        int found = place(index);
        int place = (found < 0 ? -found - 1 : found) - 1;
        if (place < 0) {
            throw new IllegalStateException("entry " + index + " belongs to no submission");
        }
        return receivedMs(place);
    }

    long receivedMs(int place) {
        return numbers[RECEIVED][place];
    }

    Submission at(int place) {
        Entry.Submitted entered = new Entry.Submitted(
                needed(0, place),
                needed(1, place),
                needed(2, place),
                (int) numbers[READER][place],
                (char) numbers[CLASS][place],
                needed(3, place),
                numbers[BYTES][place],
                texts[4].get(place),
                texts[5].get(place),
                receivedMs(place),
                signed(place));
        return new Submission(numbers[INDEX][place], source(place), entered);
    }

    private Entry.@Nullable Signed signed(int place) {
        String by = texts[6].get(place);
        return by == null ? null : new Entry.Signed(by, needed(7, place), needed(8, place));
    }

    private String needed(int column, int place) {
        return Objects.requireNonNull(texts[column].get(place));
    }
}
