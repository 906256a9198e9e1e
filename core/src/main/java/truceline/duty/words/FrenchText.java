package truceline.duty.words;

import java.util.SortedMap;
import truceline.agreement.phrase.Template;

/// French, in the words of the United Nations and the OSCE. A provision is feminine, a case masculine.
final class FrenchText {
    private static final String SENTENCES = """
            actor-unknown = l’auteur est inconnu
            all-of = conditions remplies : {0} sur {1}, et toutes sont nécessaires
            allowed = la disposition {0} le permet
            any-of = conditions remplies : {0} sur {1}, et une seule suffit
            attributed = attribué à {0}
            balance = étape {0}, {1} : {2} ; l’écart est de {3} %
            balance-beyond = étape {0}, {1} : {2} ; l’écart est de {3} %, plus que {4} %
            balance-within = étape {0}, {1} : {2} ; l’écart est de {3} %, dans la limite de {4} %
            begins = début : {0}
            breach-silent = le délai de {0} est passé et personne n’a rien établi ; cela n’annule ni n’ouvre aucune garantie
            cases = cas : {0}, dont attribués : {1}
            cases-unnamed = cas dont l’auteur est inconnu : {0}
            count-waits = le décompte n’a pas commencé, en attente de : {0}
            day-not-set = le jour n’est pas fixé, en attente de : {0}
            day-set = le jour {0} est fixé au {1}
            day-set-late = le jour n’a été connu qu’après l’échéance du {0}
            deadline-before-condition = l’échéance était le {0}, avant que la condition ne soit remplie le {1} ; aucun délai ne court et rien n’est manqué
            deadline-passed = l’échéance était le {0} et l’exécution n’est pas établie
            deadline-waits = aucun délai ne court, en attente de : {0}
            done = exécuté le {0}
            done-late = exécuté le {0}, après l’échéance du {1}
            due-by = échéance : {0}
            ended = un organe y a mis fin
            entered = inscrit le {0}
            event-breached = violation de {0}
            event-breached-by = violation de {0} par {1}
            exception-open = une exception peut être établie jusqu’au {0}
            fact-attested = {0} est attesté par {1}
            fact-denied = {0} est démenti par {1}
            fact-not-attested = {0} est attesté par {1} sur {2} ({3})
            findings-enough = constatations attribuées : {0} sur {1}
            findings-few = constatations attribuées : {0} sur {1}
            findings-without-level = constatations attribuées : {0} sur {1}, et d’autres sans niveau de gravité
            forbidden-now = l’interdiction est en vigueur ; chaque acte est un cas distinct
            height-close = {4} m au-dessus de la mer, trop près pour trancher de la couche de {0}, de {1} à {2} m au-dessus {3} : l’altitude du sol est inconnue
            height-inside = {4} m au-dessus de la mer, dans la couche de {0}, de {1} à {2} m au-dessus {3}
            height-outside = {4} m au-dessus de la mer, hors de la couche de {0}, de {1} à {2} m au-dessus {3}
            height-surface = en surface, hors de la couche de {0}, de {1} à {2} m au-dessus {3}
            height-unknown = l’altitude est inconnue, ce peut être dans la couche de {0}, de {1} à {2} m au-dessus {3}
            held = retenue : étape {0}, {1} par {2} est « {3} », non vérifiée
            if-not = la condition n’est pas remplie : {0}
            if-unknown = personne n’a établi la condition : {0}
            judged-by-act = cela s’apprécie acte par acte
            kept = ceux qui vérifient disent que la disposition est respectée
            left-open = les rédacteurs l’ont laissé ouvert
            line-and = {0} ; {1}
            line-condition = {0} : {1} ({2})
            line-earlier = Selon la version {0}, en vigueur jusqu’au {1} :
            line-entry = inscription {0}, {1} : {2}
            line-level = {0}, {1} d’après {2}
            line-moved = de « {0} » à « {1} »
            line-picture = {0} entrées, état au {1}
            line-read-by = selon la lecture de {0}
            line-since = depuis le {0}
            line-unreviewed = aucun juriste n’a relu cette traduction ; les noms, conditions et quantités de l’accord restent tels qu’il les écrit
            line-why = {0} ({1})
            list-counted = comptés : {0}, vus ailleurs : {1}, non retrouvés : {2}
            list-declared = déclarés : {0}
            list-missing = la liste dont il faut une part n’a pas été remise
            may-be-allowed = la disposition {0} le permet peut-être
            no-deadline = le texte ne fixe pas de délai
            no-start-to-count = le texte ne dit pas à partir de quand compter
            nobody-attests = le texte ne dit pas qui atteste {0}
            not = c’est le contraire qui est demandé
            not-allowed = la disposition {0} ne le permet pas
            not-kept = la disposition {0} n’est pas respectée
            not-shown = ce n’est pas le cas : {0}
            not-triggered = non déclenchée : {0}
            nothing-against = rien n’est consigné à l’encontre
            nothing-entered = rien n’est inscrit de ce que demande {0}
            notice-given = {0} a été avisé le {1}
            notice-none = aucun avis à {0} dans un délai de {1}
            notice-still-possible = pas encore d’avis à {0} ; il reste du temps jusqu’au {1}
            other-did = l’autre partie l’a fait ({0}), {1} min avant et à {2} km
            other-did-not = rien de tel n’est consigné de la part de l’autre partie
            other-may-have = on ne sait pas si {0} est le fait de l’autre partie
            over = la durée a pris fin le {0}
            period-due = prochaine échéance : {0}
            period-missed = rien n’est inscrit pour la période achevée le {0} ; manquées en tout : {1}
            period-open = la période ou son début est laissé ouvert
            permission-given = {0} l’a autorisé à partir du {1}
            permission-none = aucune autorisation de {0} n’est consignée
            permitted = c’est permis
            place = {0}
            place-anywhere = la disposition ne nomme aucun lieu
            place-at-boundary = à {0} au plus de la limite de {1}
            place-at-line = à {0} au plus de la ligne de {1}
            place-beside = du côté que nomme {0}
            place-beyond-all = dans aucune des zones
            place-by-line = pour {0}, mesuré depuis {2} : {1}
            place-deep = à {0} de la ligne de {1}, d’une profondeur de {2}
            place-deep-about = à {0} de la ligne de {1}, d’une profondeur de {2}, à ±{3} près
            place-for = pour {0} : {1}
            place-from = à {0} de {1}
            place-from-edge = à {0} du bord de la zone qu’entoure {1}
            place-inside = dans {0}
            place-not-beside = pas du côté que nomme {0}
            place-not-known = le lieu est inconnu
            place-outside = hors de {0}
            place-without-zone = aucune zone ne peut être évaluée
            quantity = {0} sur {1} ({2})
            quiet = sans constatation : {0} sur {1}
            quiet-not-yet = sans constatation : {0} sur {1}
            reading-settled = la lecture de {0} est convenue
            returned = exécuté le {0}, mais quelque chose est revenu depuis
            seen-there = vus là où la présence est interdite : {0}, d’abord {1}
            shown = établi : {0}
            stands-otherwise = l’état de {0} n’est pas « {1} »
            stands-so = l’état de {0} est « {1} »
            step-on = l’étape {0} sur {1} est en cours
            step-waits = {0} par {1} est « {2} »
            steps-done = toutes les étapes sont vérifiées : {0}
            still-seen = encore là : {0} ({1})
            stood-last = le dernier état était « {0} »
            suspended = suspendue depuis le {0}
            text-only = des mots que personne ne calcule
            too-few = comptés : {0} ; demandés : {1}
            too-many = comptés : {0} ; permis : {1}
            triggered = déclenchée : {0}
            unknown-excuses-nobody = on ne le sait pas, et ce qu’on ne sait pas n’excuse personne : {0}
            void = caduque : {0}
            waits-for = en attente de : {0}
            """;

    private static final String WORDS = """
            area = superficie
            breached = violée
            case-attributed = attribué
            case-candidate = violation possible
            case-excused = excusé
            case-indeterminate = indéterminé
            case-not-excused = non excusé
            case-unaccounted = non retrouvés
            closed = close
            count = nombre
            day = jour
            days = jours
            depth = profondeur
            does-not-hold = non remplie
            excused = excusée
            fulfilled = exécutée
            fulfilled-late = exécutée en retard
            grave = grave
            ground = du sol
            h = h
            held = retenue
            holds = remplie
            km = km
            m = m
            min = min
            minor = mineure
            month = mois
            months = mois
            open = laissé ouvert
            pending = en attente
            running = en vigueur
            sea = de la mer
            serious = sérieuse
            suspended = suspendue
            technical = technique
            text-only = texte seul
            triggered = déclenchée
            unknown = inconnue
            void = caduque
            """;

    private FrenchText() {}

    static SortedMap<String, String> sentences() {
        return Spaces.french(Template.table(SENTENCES));
    }

    static SortedMap<String, String> words() {
        return Spaces.french(Template.table(WORDS));
    }
}
