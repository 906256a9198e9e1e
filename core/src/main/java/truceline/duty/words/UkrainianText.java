package truceline.duty.words;

import java.util.SortedMap;
import truceline.agreement.phrase.Template;

/// Ukrainian, in the words of the reports of the OSCE. Names and codes stand where they need no ending.
final class UkrainianText {
    private static final String SENTENCES = """
            actor-unknown = невідомо, хто це був
            all-of = виконано умов: {0} з {1}, а потрібні всі
            allowed = це дозволяє положення {0}
            any-of = виконано умов: {0} з {1}, а досить однієї
            attributed = установлено, хто це зробив: {0}
            balance = етап {0}, {1}: {2}; різниця {3} %
            balance-beyond = етап {0}, {1}: {2}; різниця {3} %, більше ніж {4} %
            balance-within = етап {0}, {1}: {2}; різниця {3} %, у межах {4} %
            begins = початок: {0}
            breach-silent = строк {0} минув, але ніхто нічого не підтвердив; це не скасовує і не відкриває жодної гарантії
            cases = випадків: {0}, з них із установленою стороною: {1}
            cases-unnamed = випадків, у яких невідомо, хто це був: {0}
            count-waits = відлік ще не почався, очікується: {0}
            day-not-set = день ще не визначено, очікується: {0}
            day-set = день {0} призначено на {1}
            day-set-late = день став відомий лише після строку, який спливав {0}
            deadline-before-condition = строк спливав {0}, до того як {1} було виконано умову; строк не біжить, і нічого не пропущено
            deadline-passed = строк сплив {0}, а виконання не підтверджено
            deadline-waits = строк не біжить, очікується: {0}
            done = виконано {0}
            done-late = виконано {0}, після строку, який сплив {1}
            due-by = строк: {0}
            ended = орган припинив дію положення
            entered = внесено {0}
            event-breached = порушення {0}
            event-breached-by = порушення {0} ({1})
            exception-open = виняток можна довести до {0}
            fact-attested = {0} засвідчено; хто засвідчив: {1}
            fact-denied = {0} заперечено; хто заперечив: {1}
            fact-not-attested = {0}: засвідчили {1} з {2} ({3})
            findings-enough = висновків із установленою стороною: {0} з {1}
            findings-few = висновків із установленою стороною: {0} з {1}
            findings-without-level = висновків із установленою стороною: {0} з {1}, і є ще висновки без ступеня тяжкості
            forbidden-now = заборона діє; кожна дія — окремий випадок
            height-close = {4} м над рівнем моря — надто близько до шару {0}, від {1} до {2} м над {3}, щоб сказати напевно: висота землі невідома
            height-inside = {4} м над рівнем моря — у шарі {0}, від {1} до {2} м над {3}
            height-outside = {4} м над рівнем моря — не в шарі {0}, від {1} до {2} м над {3}
            height-surface = на поверхні, не в шарі {0}, від {1} до {2} м над {3}
            height-unknown = висота невідома, тож це може бути в шарі {0}, від {1} до {2} м над {3}
            held = затримано: етап {0}, {1} ({2}) — «{3}», не верифіковано
            if-not = умову не виконано: {0}
            if-unknown = умову ніхто не підтвердив: {0}
            judged-by-act = оцінюється для кожної дії окремо
            kept = ті, хто здійснює верифікацію, повідомляють, що положення дотримано
            left-open = автори тексту залишили це відкритим
            line-and = {0}; {1}
            line-condition = {0}: {1} ({2})
            line-earlier = За версією {0}, що діяла до {1}:
            line-entry = запис {0}, {1}: {2}
            line-level = {0}, {1} ({2})
            line-moved = від «{0}» до «{1}»
            line-picture = записів: {0}, стан на {1}
            line-read-by = за прочитанням {0}
            line-since = з {0}
            line-unreviewed = цей переклад не перевіряв юрист; назви, умови й кількості з угоди наведено так, як їх записано в ній
            line-why = {0} ({1})
            list-counted = пораховано: {0}, помічено в інших місцях: {1}, місцеперебування невідоме: {2}
            list-declared = заявлено: {0}
            list-missing = список, від якого береться частка, не передано
            may-be-allowed = можливо, це дозволяє положення {0}
            no-deadline = текст не встановлює строку
            no-start-to-count = текст не визначає, відколи рахувати
            nobody-attests = текст не визначає, хто має засвідчити {0}
            not = вимагається протилежне
            not-allowed = положення {0} цього не дозволяє
            not-kept = положення {0} не дотримано
            not-shown = це не так: {0}
            not-triggered = не задіяно: {0}
            nothing-against = нічого, що суперечило б цьому, не зафіксовано
            nothing-entered = не внесено нічого, чого вимагає {0}
            notice-given = повідомлення для {0} надійшло {1}
            notice-none = немає повідомлення для {0} протягом {1}
            notice-still-possible = повідомлення для {0} ще немає; є час до {1}
            other-did = інша сторона зробила це ({0}) за {1} хв до того, на відстані {2} км
            other-did-not = нічого подібного з боку іншої сторони не зафіксовано
            other-may-have = невідомо, чи {0} — дія іншої сторони
            over = строк дії закінчився {0}
            period-due = наступний строк: {0}
            period-missed = за період, що закінчився {0}, нічого не внесено; усього пропущено: {1}
            period-open = період або його початок не визначено
            permission-given = дозвіл від {0} чинний з {1}
            permission-none = дозволу від {0} не зафіксовано
            permitted = це дозволено
            place = {0}
            place-anywhere = положення не називає місця
            place-at-boundary = не далі ніж {0} від межі {1}
            place-at-line = не далі ніж {0} від лінії {1}
            place-beside = на боці, який називає {0}
            place-beyond-all = у жодній із зон
            place-by-line = для {0}, виміряно від {2}: {1}
            place-deep = {0} від лінії {1}, глибина {2}
            place-deep-about = {0} від лінії {1}, глибина {2}, з точністю до ±{3}
            place-for = для {0}: {1}
            place-from = {0} від {1}
            place-from-edge = {0} від краю району, який оточує {1}
            place-inside = у межах {0}
            place-not-beside = не на боці, який називає {0}
            place-not-known = місце невідоме
            place-outside = поза межами {0}
            place-without-zone = жодну зону не можна оцінити
            quantity = {0} з {1} ({2})
            quiet = без висновків: {0} з {1}
            quiet-not-yet = без висновків: {0} з {1}
            reading-settled = узгоджено прочитання: {0}
            returned = виконано {0}, але відтоді дещо повернулося
            seen-there = помічено там, де цього не має бути: {0}, спершу {1}
            shown = підтверджено: {0}
            stands-otherwise = стан {0} — не «{1}»
            stands-so = стан {0} — «{1}»
            step-on = триває етап {0} з {1}
            step-waits = {0} ({1}) — «{2}»
            steps-done = верифіковано всі етапи: {0}
            still-seen = досі там: {0} ({1})
            stood-last = останній стан — «{0}»
            suspended = дію зупинено з {0}
            text-only = слова, які не обчислюються
            too-few = пораховано {0}; вимагається {1}
            too-many = пораховано {0}; дозволено {1}
            triggered = задіяно: {0}
            unknown-excuses-nobody = невідомо, а невідоме нікого не виправдовує: {0}
            void = втратила чинність: {0}
            waits-for = очікується: {0}
            """;

    private static final String WORDS = """
            area = площа
            breached = порушено
            case-attributed = сторону встановлено
            case-candidate = можливе порушення
            case-excused = виправдано
            case-indeterminate = не визначено
            case-not-excused = не виправдано
            case-unaccounted = місцеперебування невідоме
            closed = завершено
            count = кількість
            day = дн.
            days = дн.
            depth = глибина
            does-not-hold = не виконується
            excused = невиконання виправдано
            fulfilled = виконано
            fulfilled-late = виконано із запізненням
            grave = тяжке
            ground = землею
            h = год
            held = затримано
            holds = виконується
            km = км
            m = м
            min = хв
            minor = незначне
            month = міс.
            months = міс.
            open = залишено відкритим
            pending = очікує
            running = діє
            sea = рівнем моря
            serious = серйозне
            suspended = зупинено
            technical = технічне
            text-only = лише текст
            triggered = задіяно
            unknown = невідомо
            void = втратила чинність
            """;

    private UkrainianText() {}

    static SortedMap<String, String> sentences() {
        return Spaces.cyrillic(Template.table(SENTENCES));
    }

    static SortedMap<String, String> words() {
        return Spaces.cyrillic(Template.table(WORDS));
    }
}
