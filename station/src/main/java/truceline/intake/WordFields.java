package truceline.intake;

import truceline.observation.Count;
import truceline.observation.Description;
import truceline.observation.Draft;
import truceline.observation.Kind;
import truceline.observation.Means;
import truceline.observation.Weapon;

/// The columns of a row that hold a word of a closed list or a number: what was observed, how, how many. Not
/// thread-safe.
final class WordFields {
    static final Vocabulary<Kind> KINDS = Vocabulary.of(Kind.class);
    private static final Vocabulary<Means> MEANS = Vocabulary.of(Means.class);
    private static final Vocabulary<Description> DESCRIPTIONS = Vocabulary.of(Description.class);
    private static final Vocabulary<Weapon> WEAPONS =
            Vocabulary.of(Weapon.class).with(Weapon.NOT_KNOWN, "N/K");

    private final Memo<Kind> kinds = new Memo<>(KINDS::find);
    private final Memo<Means> means = new Memo<>(MEANS::find);
    private final Memo<Description> descriptions = new Memo<>(DESCRIPTIONS::find);
    private final Memo<Weapon> weapons = new Memo<>(WEAPONS::find);
    private final Memo<Count> counts = new Memo<>(text -> Count.parse(text).orElse(null));

    boolean fill(Cells cells, Draft draft, Fault fault) {
        draft.kind = word(Column.KIND, kinds, Kind.UNSPECIFIED, cells, fault);
        draft.means = word(Column.MEANS, means, Means.NOT_KNOWN, cells, fault);
        draft.description = word(Column.DESCRIPTION, descriptions, Description.NOT_STATED, cells, fault);
        draft.weapon = word(Column.WEAPON, weapons, Weapon.NOT_KNOWN, cells, fault);
        draft.flightFrom = sector(Column.FLIGHT_FROM, cells, fault);
        draft.flightTo = sector(Column.FLIGHT_TO, cells, fault);
        return fault.isNone()
                && count(cells, draft, fault)
                && calibre(cells, draft, fault)
                && credibility(cells, draft, fault);
    }

    private static <E> E word(Column column, Memo<E> words, E otherwise, Cells cells, Fault fault) {
        if (!cells.has(column)) {
            return otherwise;
        }
        E found = words.find(cells, column);
        if (found == null) {
            fault.at(column, "unknown-word", cells);
            return otherwise;
        }
        return found;
    }

    private static int sector(Column column, Cells cells, Fault fault) {
        if (!cells.has(column)) {
            return -1;
        }
        int sector = Sectors.one(cells.text(column));
        if (sector == Sectors.UNKNOWN) {
            fault.at(column, "unknown-word", cells);
        }
        return sector;
    }

    private boolean count(Cells cells, Draft draft, Fault fault) {
        if (!cells.has(Column.NUMBER)) {
            return true;
        }
        Count count = counts.find(cells, Column.NUMBER);
        if (count == null) {
            return fault.at(Column.NUMBER, "not-a-count", cells);
        }
        draft.count = count;
        return true;
    }

    private static boolean calibre(Cells cells, Draft draft, Fault fault) {
        if (!cells.has(Column.CALIBRE_MM)) {
            return true;
        }
        long tenths = cells.decimal(Column.CALIBRE_MM, 1);
        if (tenths < 1 || tenths > 10_000) {
            String code = tenths == Decimals.MALFORMED ? "not-a-number" : "out-of-range";
            return fault.at(Column.CALIBRE_MM, code, cells);
        }
        draft.calibreTenthMm = (int) tenths;
        return true;
    }

    private static boolean credibility(Cells cells, Draft draft, Fault fault) {
        if (!cells.has(Column.CREDIBILITY)) {
            return true;
        }
        int grade = cells.size(Column.CREDIBILITY) == 1 ? cells.at(Column.CREDIBILITY, 0) - '0' : 0;
        if (grade < 1 || grade > 6) {
            return fault.at(Column.CREDIBILITY, "out-of-range", cells);
        }
        draft.credibility = grade;
        return true;
    }
}
