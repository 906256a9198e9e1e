package truceline.duty.words;

import java.util.SortedMap;
import truceline.agreement.phrase.Template;

/// Russian, in the words of the reports of the OSCE. Names and codes stand where they need no ending.
final class RussianText {
    private static final String SENTENCES = """
            actor-unknown = неизвестно, кто это был
            all-of = выполнено условий: {0} из {1}, а нужны все
            allowed = это разрешает положение {0}
            any-of = выполнено условий: {0} из {1}, а достаточно одного
            attributed = установлено, кто это сделал: {0}
            balance = этап {0}, {1}: {2}; разница {3} %
            balance-beyond = этап {0}, {1}: {2}; разница {3} %, больше чем {4} %
            balance-within = этап {0}, {1}: {2}; разница {3} %, в пределах {4} %
            begins = начало: {0}
            breach-silent = срок {0} истёк, но никто ничего не подтвердил; это не отменяет и не открывает ни одной гарантии
            cases = случаев: {0}, из них с установленной стороной: {1}
            cases-unnamed = случаев, в которых неизвестно, кто это был: {0}
            count-waits = отсчёт ещё не начался, ожидается: {0}
            day-not-set = день ещё не определён, ожидается: {0}
            day-set = день {0} назначен на {1}
            day-set-late = день стал известен лишь после срока, который истекал {0}
            deadline-before-condition = срок истекал {0}, до того как {1} было выполнено условие; срок не течёт, и ничего не пропущено
            deadline-passed = срок истёк {0}, а выполнение не подтверждено
            deadline-waits = срок не течёт, ожидается: {0}
            done = выполнено {0}
            done-late = выполнено {0}, после срока, который истёк {1}
            due-by = срок: {0}
            ended = орган прекратил действие положения
            entered = внесено {0}
            event-breached = нарушение {0}
            event-breached-by = нарушение {0} ({1})
            exception-open = исключение можно доказать до {0}
            fact-attested = {0} засвидетельствовано; кто засвидетельствовал: {1}
            fact-denied = {0} отрицается; кто отрицает: {1}
            fact-not-attested = {0}: засвидетельствовали {1} из {2} ({3})
            findings-enough = выводов с установленной стороной: {0} из {1}
            findings-few = выводов с установленной стороной: {0} из {1}
            findings-without-level = выводов с установленной стороной: {0} из {1}, и есть ещё выводы без степени тяжести
            forbidden-now = запрет действует; каждое действие — отдельный случай
            height-close = {4} м над уровнем моря — слишком близко к слою {0}, от {1} до {2} м над {3}, чтобы сказать наверняка: высота земли неизвестна
            height-inside = {4} м над уровнем моря — в слое {0}, от {1} до {2} м над {3}
            height-outside = {4} м над уровнем моря — не в слое {0}, от {1} до {2} м над {3}
            height-surface = на поверхности, не в слое {0}, от {1} до {2} м над {3}
            height-unknown = высота неизвестна, поэтому это может быть в слое {0}, от {1} до {2} м над {3}
            held = задержано: этап {0}, {1} ({2}) — «{3}», не верифицировано
            if-not = условие не выполнено: {0}
            if-unknown = условие никто не подтвердил: {0}
            judged-by-act = оценивается для каждого действия отдельно
            kept = те, кто проводит верификацию, сообщают, что положение соблюдается
            left-open = авторы текста оставили это открытым
            line-and = {0}; {1}
            line-condition = {0}: {1} ({2})
            line-earlier = По версии {0}, действовавшей до {1}:
            line-entry = запись {0}, {1}: {2}
            line-level = {0}, {1} ({2})
            line-moved = от «{0}» до «{1}»
            line-picture = записей: {0}, состояние на {1}
            line-read-by = в прочтении {0}
            line-since = с {0}
            line-unreviewed = этот перевод не проверял юрист; названия, условия и количества из соглашения приведены так, как они в нём записаны
            line-why = {0} ({1})
            list-counted = подсчитано: {0}, замечено в других местах: {1}, местонахождение неизвестно: {2}
            list-declared = заявлено: {0}
            list-missing = список, от которого берётся доля, не передан
            may-be-allowed = возможно, это разрешает положение {0}
            no-deadline = текст не устанавливает срока
            no-start-to-count = текст не определяет, с какого момента считать
            nobody-attests = текст не определяет, кто должен засвидетельствовать {0}
            not = требуется обратное
            not-allowed = положение {0} этого не разрешает
            not-kept = положение {0} не соблюдается
            not-shown = это не так: {0}
            not-triggered = не приведена в действие: {0}
            nothing-against = ничего, что противоречило бы этому, не зафиксировано
            nothing-entered = не внесено ничего, чего требует {0}
            notice-given = уведомление для {0} поступило {1}
            notice-none = нет уведомления для {0} в течение {1}
            notice-still-possible = уведомления для {0} ещё нет; есть время до {1}
            other-did = другая сторона сделала это ({0}) за {1} мин до того, на расстоянии {2} км
            other-did-not = ничего подобного со стороны другой стороны не зафиксировано
            other-may-have = неизвестно, является ли {0} действием другой стороны
            over = срок действия закончился {0}
            period-due = следующий срок: {0}
            period-missed = за период, закончившийся {0}, ничего не внесено; всего пропущено: {1}
            period-open = период или его начало не определены
            permission-given = разрешение от {0} действует с {1}
            permission-none = разрешения от {0} не зафиксировано
            permitted = это разрешено
            place = {0}
            place-anywhere = положение не называет места
            place-at-boundary = не дальше чем {0} от границы {1}
            place-at-line = не дальше чем {0} от линии {1}
            place-beside = на стороне, которую называет {0}
            place-beyond-all = ни в одной из зон
            place-by-line = для {0}, измерено от {2}: {1}
            place-deep = {0} от линии {1}, глубина {2}
            place-deep-about = {0} от линии {1}, глубина {2}, с точностью до ±{3}
            place-for = для {0}: {1}
            place-from = {0} от {1}
            place-from-edge = {0} от края района, который окружает {1}
            place-inside = в пределах {0}
            place-not-beside = не на стороне, которую называет {0}
            place-not-known = место неизвестно
            place-outside = за пределами {0}
            place-without-zone = ни одну зону нельзя оценить
            quantity = {0} из {1} ({2})
            quiet = без выводов: {0} из {1}
            quiet-not-yet = без выводов: {0} из {1}
            reading-settled = согласовано прочтение: {0}
            returned = выполнено {0}, но с тех пор что-то вернулось
            seen-there = замечено там, где этого не должно быть: {0}, сначала {1}
            shown = подтверждено: {0}
            stands-otherwise = состояние {0} — не «{1}»
            stands-so = состояние {0} — «{1}»
            step-on = идёт этап {0} из {1}
            step-waits = {0} ({1}) — «{2}»
            steps-done = верифицированы все этапы: {0}
            still-seen = всё ещё там: {0} ({1})
            stood-last = последнее состояние — «{0}»
            suspended = действие приостановлено с {0}
            text-only = слова, которые не вычисляются
            too-few = подсчитано {0}; требуется {1}
            too-many = подсчитано {0}; разрешено {1}
            triggered = приведена в действие: {0}
            unknown-excuses-nobody = неизвестно, а неизвестное никого не оправдывает: {0}
            void = утратила силу: {0}
            waits-for = ожидается: {0}
            """;

    private static final String WORDS = """
            area = площадь
            breached = нарушено
            case-attributed = сторона установлена
            case-candidate = возможное нарушение
            case-excused = оправдано
            case-indeterminate = не определено
            case-not-excused = не оправдано
            case-unaccounted = местонахождение неизвестно
            closed = завершено
            count = количество
            day = дн.
            days = дн.
            depth = глубина
            does-not-hold = не выполняется
            excused = невыполнение оправдано
            fulfilled = выполнено
            fulfilled-late = выполнено с опозданием
            grave = тяжкое
            ground = землёй
            h = ч
            held = задержано
            holds = выполняется
            km = км
            m = м
            min = мин
            minor = незначительное
            month = мес.
            months = мес.
            open = оставлено открытым
            pending = ожидает
            running = действует
            sea = уровнем моря
            serious = серьёзное
            suspended = приостановлено
            technical = техническое
            text-only = только текст
            triggered = приведена в действие
            unknown = неизвестно
            void = утратила силу
            """;

    private RussianText() {}

    static SortedMap<String, String> sentences() {
        return Spaces.cyrillic(Template.table(SENTENCES));
    }

    static SortedMap<String, String> words() {
        return Spaces.cyrillic(Template.table(WORDS));
    }
}
