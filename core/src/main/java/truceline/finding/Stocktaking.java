package truceline.finding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.Norm;
import truceline.agreement.Provision;
import truceline.agreement.Verification;
import truceline.agreement.phrase.ClosedWords;
import truceline.agreement.phrase.Kind;
import truceline.agreement.phrase.Reference;
import truceline.agreement.phrase.Sort;
import truceline.agreement.phrase.Verb;

/// Who may enter a list that is handed over, and who may count what stands on it. Pure.
final class Stocktaking {
    private final Agreement agreement;
    private final List<Norm> norms;
    private final Statement statement;

    private Stocktaking(Agreement agreement, Provision provision, Statement statement) {
        this.agreement = agreement;
        this.statement = statement;
        this.norms = new ArrayList<>(provision.norms().byHolder().values());
        this.norms.add(provision.norm(null));
    }

    /// Why a list or count may not be entered so, or null where it may.
    ///
    /// @param speaker codes for which the person speaks: his body, or the party whose word his is
    static @Nullable Objection judge(
            Docket docket, Agreement agreement, long nowMs, List<String> speaker, Statement statement) {
        String id = statement.text("provision");
        Provision provision = agreement.provisions().get(id);
        if (provision == null) {
            return Steps.unknown("provision", id);
        }
        Stocktaking stock = new Stocktaking(agreement, provision, statement);
        if (!stock.isList(id)) {
            return new Objection("not-a-list", "nothing is handed over under " + id);
        }
        if (!stock.isBound(statement.text("of"))) {
            return new Objection("not-bound", id + " does not bind " + statement.text("of"));
        }
        for (Statement.Lot lot : statement.lots()) {
            boolean isKnown = agreement.classes().containsKey(lot.what())
                    || ClosedWords.find(Kind.class, lot.what()).isPresent();
            if (!isKnown) {
                return Steps.unknown("class", lot.what());
            }
        }
        if (statement.number("at") > nowMs) {
            return new Objection("bad-time", "it was not handed over or counted yet");
        }
        return statement.act() == Act.LIST ? stock.list(docket, speaker) : stock.count(speaker);
    }

    private boolean isList(String id) {
        return norms.stream().anyMatch(norm -> norm.verbs().contains(Verb.HAND_OVER))
                || agreement.classes().values().stream().anyMatch(each -> id.equals(each.list()));
    }

    private boolean isBound(String code) {
        return norms.stream().flatMap(norm -> norm.who().stream()).anyMatch(who -> isOf(who, code, ""));
    }

    /// Whether a reference of the text means somebody, beside another who is bound.
    private boolean isOf(Reference reference, String code, String bound) {
        boolean isParty = agreement.parties().containsKey(code);
        return switch (reference.sort()) {
            case Sort.EACH_PARTY -> isParty;
            case Sort.OTHER_PARTY -> isParty && !code.equals(bound);
            default -> reference.name().equals(code);
        };
    }

    /// Who is bound declares it once; who receives it enters it on his behalf, and corrects it.
    private @Nullable Objection list(Docket docket, List<String> speaker) {
        String of = statement.text("of");
        boolean isReceiver = norms.stream()
                .flatMap(norm -> norm.to().stream())
                .anyMatch(to -> speaker.stream().anyMatch(code -> !code.equals(of) && isOf(to, code, of)));
        if (isReceiver) {
            return null;
        }
        if (!speaker.contains(of)) {
            return new Objection("no-power", "a list is entered by whom the provision binds, or by who receives it");
        }
        boolean isOnce = norms.stream().allMatch(norm -> norm.timing().every() == null);
        boolean isHeld = docket.of(Act.LIST).stream()
                .map(Stated::statement)
                .anyMatch(each ->
                        each.text("of").equals(of) && each.text("provision").equals(statement.text("provision")));
        return isOnce && isHeld
                ? new Objection("already-listed", "the list of " + of + " was handed over; who received it corrects it")
                : null;
    }

    private @Nullable Objection count(List<String> speaker) {
        for (Norm norm : norms) {
            Verification verify = norm.verify() == null ? agreement.verification() : norm.verify();
            List<Reference> verifiers = verify == null ? List.of() : verify.by();
            if (verifiers.stream().anyMatch(each -> speaker.stream().anyMatch(code -> isOf(each, code, "")))) {
                return null;
            }
        }
        return new Objection("no-power", "those count who verify " + statement.text("provision"));
    }
}
