package truceline.finding;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.Body;
import truceline.agreement.Day;
import truceline.agreement.Fact;
import truceline.agreement.Norm;
import truceline.agreement.Provision;
import truceline.agreement.phrase.Power;
import truceline.agreement.phrase.Reference;
import truceline.agreement.phrase.TimePhrase;

/// Judges whether a person may take a step now. Pure: the answer rests on the rolls, the agreement's powers, the case
/// file and the moment. Null is "he may".
final class Steps {
    private static final String PARTY = "party:";
    private static final List<String> AUDIENCES = List.of("monitor", "sources", "commission", "guarantors");

    private final Docket docket;
    private final Situation situation;
    private final Person by;
    private final Statement statement;

    private Steps(Docket docket, Situation situation, Person by, Statement statement) {
        this.docket = docket;
        this.situation = situation;
        this.by = by;
        this.statement = statement;
    }

    static @Nullable Objection judge(Docket docket, Situation situation, Person by, Statement statement) {
        Steps steps = new Steps(docket, situation, by, statement);
        Agreement agreement = situation.agreement();
        if (agreement == null) {
            return new Objection("no-agreement", "nobody has a power before an agreement is entered");
        }
        Objection power = steps.power(agreement);
        return power != null ? power : steps.step(agreement);
    }

    private @Nullable Objection power(Agreement agreement) {
        Power needed = statement.act().power();
        if (statement.act() == Act.LIST || statement.act() == Act.COUNT) {
            return null;
        }
        if (needed == null) {
            return speaksForParty(agreement) ? null : new Objection("not-a-party", "only a party replies for itself");
        }
        if (statement.act() == Act.ATTEST && isAttester(agreement)) {
            return null;
        }
        var body = agreement.bodies().get(by.body());
        if (body == null || !body.may(needed)) {
            return new Objection(
                    "no-power",
                    (by.body().isEmpty() ? "a party's liaison" : by.body()) + " may not "
                            + statement.act().word());
        }
        boolean isBySections = statement.act().isPower() && body.seats().isEmpty();
        if (!statement.act().isVote() || isBySections) {
            return null;
        }
        return Ballot.of(agreement, body).seats().contains(by.seat())
                ? null
                : new Objection("no-seat", by.id() + " holds no seat of " + by.body());
    }

    private @Nullable Objection step(Agreement agreement) {
        long from = statement.number("from", statement.number("started", Long.MIN_VALUE));
        for (String end : List.of("until", "to", "ended", "next")) {
            if (statement.act().times().contains(end) && statement.number(end, Long.MAX_VALUE) < from) {
                return new Objection("bad-time", end + " lies before the beginning");
            }
        }
        String line = statement.findText("line");
        if (line != null && !agreement.lines().containsKey(line)) {
            return unknown("line", line);
        }
        return switch (statement.act()) {
            case VERIFY -> verify();
            case ASSESS -> assess(agreement);
            case VOTE -> vote(agreement);
            case REPLY -> reply();
            case PUBLISH -> publish(agreement);
            case MERGE -> merge();
            case SPLIT -> split();
            case SETTLE_READING -> settle(agreement);
            case SET_DAY -> setDay(agreement);
            case ATTEST -> attest(agreement);
            case GRADE -> grade(agreement);
            case WATCH, HEARTBEAT -> source();
            case RESTRICTION, CALL, TASK, HARM -> statement.findText("incident") == null ? null : incident();
            case HAND_OVER, REPAIR_WINDOW -> null;
            case REDACT -> redact();
            case RELEASE -> release();
            case AUDIENCE -> audience(agreement);
            case ACCESS -> withheld();
            case LIST, COUNT -> Stocktaking.judge(docket, agreement, situation.nowMs(), speaker(agreement), statement);
            case AUTHORISE, SUSPEND, RESUME, END, EXTEND ->
                Powers.judge(docket, agreement, situation.nowMs(), by, statement);
        };
    }

    /// A person's body, and the party for which he speaks.
    private List<String> speaker(Agreement agreement) {
        List<String> codes = new ArrayList<>();
        if (!by.body().isEmpty()) {
            codes.add(by.body());
        }
        if (speaksForParty(agreement)) {
            codes.add(by.seatCode());
        }
        return codes;
    }

    private @Nullable Objection attest(Agreement agreement) {
        String fact = statement.text("fact");
        if (!agreement.facts().containsKey(fact) && !agreement.provisions().containsKey(fact)) {
            return unknown("fact", fact);
        }
        if (!isAttester(agreement)) {
            return new Objection("not-an-attester", "the agreement names others to attest " + fact);
        }
        if (statement.number("date") > situation.nowMs()) {
            return new Objection("bad-time", "nobody vouches for what has not happened yet");
        }
        return statement.findText("incident") == null ? null : incident();
    }

    /// Whether the agreement names the person's body or party as one that attests the fact, or for a provision, that
    /// verifies it or receives what it hands over.
    private boolean isAttester(Agreement agreement) {
        return attesters(agreement).stream()
                .anyMatch(each -> each.name().equals(by.body())
                        || each.name().equals(by.seatCode()) && speaksForParty(agreement)
                        || each.equals(Reference.EACH_PARTY) && speaksForParty(agreement));
    }

    private List<Reference> attesters(Agreement agreement) {
        Fact fact = agreement.facts().get(statement.text("fact"));
        Provision provision = agreement.provisions().get(statement.text("fact"));
        if (fact != null || provision == null) {
            return fact == null ? List.of() : fact.attestedBy();
        }
        List<Reference> attesters = new ArrayList<>();
        List<Norm> readings = new ArrayList<>(provision.norms().byHolder().values());
        readings.add(provision.norm(null));
        for (Norm norm : readings) {
            truceline.agreement.Verification verify = norm.verify() == null ? agreement.verification() : norm.verify();
            attesters.addAll(verify == null ? List.of() : verify.by());
            attesters.addAll(norm.to());
        }
        return attesters;
    }

    /// A party speaks by its own liaison, or by its seat in a body that attributes.
    private boolean speaksForParty(Agreement agreement) {
        Body body = agreement.bodies().get(by.body());
        boolean isDelegate = by.body().isEmpty() || body != null && body.may(Power.ATTRIBUTE);
        return isDelegate && agreement.parties().containsKey(by.seatCode());
    }

    private @Nullable Objection incident() {
        String incident = statement.text("incident");
        return situation.standing().apply(incident) == null ? unknown("incident", incident) : null;
    }

    private @Nullable Objection open(CaseFile file) {
        Objection missing = incident();
        if (missing != null) {
            return missing;
        }
        return file.published() == null
                ? null
                : new Objection("published", "the finding is published; a correction is a new matter");
    }

    private @Nullable Objection verify() {
        CaseFile file = docket.file(statement.text("incident"));
        Objection objection = open(file);
        if (objection != null) {
            return objection;
        }
        if (file.outcome() != null) {
            return new Objection("already-decided", "two persons have decided it: " + file.outcome());
        }
        Standing standing = situation.standing().apply(statement.text("incident"));
        boolean verifies = statement.text("outcome").equals("verified");
        if (verifies && standing != null && (standing.isCue() || !standing.isCorroborated())) {
            return new Objection(
                    "not-corroborated", "it takes two independent accounts, or one of the monitor's own, to verify");
        }
        return once(file, Act.VERIFY, "outcome");
    }

    private @Nullable Objection assess(Agreement agreement) {
        CaseFile file = docket.file(statement.text("incident"));
        Objection objection = open(file);
        if (objection != null) {
            return objection;
        }
        if (!agreement.parties().containsKey(statement.text("party"))) {
            return unknown("party", statement.text("party"));
        }
        if (!file.isVerified()) {
            return new Objection("not-verified", "who did it is asked once it is verified that it happened");
        }
        return once(file, Act.ASSESS, "party", "level");
    }

    /// One person signs one step of a file once; another of the same section who says the same is no second signature.
    private @Nullable Objection once(CaseFile file, Act act, String... parts) {
        for (Stated step : file.of(act)) {
            if (step.by().id().equals(by.id())) {
                return new Objection("same-person", by.id() + " has signed this step already");
            }
            boolean same = true;
            for (String part : parts) {
                same &= step.statement().text(part).equals(statement.text(part));
            }
            if (same && step.by().section().equals(by.section())) {
                return new Objection(
                        "same-section", "the second signature comes from a section other than " + by.section());
            }
        }
        return null;
    }

    private @Nullable Objection vote(Agreement agreement) {
        CaseFile file = docket.file(statement.text("incident"));
        Objection objection = open(file);
        if (objection != null) {
            return objection;
        }
        if (!file.isVerified()) {
            return new Objection("not-verified", "the body votes on what is verified");
        }
        String party = statement.findText("party");
        boolean attributes = statement.text("ballot").equals("attribute");
        if (attributes != (party != null)) {
            return new Objection("party-and-ballot", "a party is named with the ballot 'attribute' and only with it");
        }
        if (party != null && !agreement.parties().containsKey(party)) {
            return unknown("party", party);
        }
        Ballot ballot = Ballot.find(agreement, Power.ATTRIBUTE).orElseThrow();
        if (!ballot.body().name().equals(by.body())) {
            return new Objection("no-seat", ballot.body().name() + " attributes, not " + by.body());
        }
        if (situation.nowMs() >= file.lapsesMs(ballot)) {
            return new Objection("lapsed", "the time to vote has run out");
        }
        return file.votes().containsKey(by.seat())
                ? new Objection("seat-has-voted", "seat " + by.seat() + " has voted")
                : null;
    }

    /// A reply is inside the bytes that are signed: between the two signatures of a publication none is taken, so that
    /// nobody can hold it up for ever. Before and after, a party may always reply.
    private @Nullable Objection reply() {
        Objection missing = incident();
        if (missing != null) {
            return missing;
        }
        CaseFile file = docket.file(statement.text("incident"));
        boolean underWay = file.published() == null
                && file.of(Act.PUBLISH).stream()
                        .map(each -> each.statement().text("sha256"))
                        .anyMatch(digest ->
                                digest.equals(digest(situation.finding().apply(file.incident()))));
        return underWay
                ? new Objection("publication-under-way", "one of two has signed the publication; reply after it")
                : null;
    }

    private @Nullable Objection publish(Agreement agreement) {
        CaseFile file = docket.file(statement.text("incident"));
        Objection objection = open(file);
        if (objection != null) {
            return objection;
        }
        if (!file.isVerified()) {
            return new Objection("not-verified", "only what is verified is published");
        }
        Ballot ballot = Ballot.find(agreement, Power.ATTRIBUTE).orElse(null);
        if (!file.isClosed(ballot, situation.nowMs())) {
            return new Objection("vote-open", "seats may still vote; a dissent must not be left out");
        }
        String digest = digest(situation.finding().apply(statement.text("incident")));
        if (!digest.equals(statement.text("sha256"))) {
            return new Objection("digest-differs", "the finding's bytes have the digest " + digest);
        }
        return signedBefore(file, digest);
    }

    private @Nullable Objection signedBefore(CaseFile file, String digest) {
        for (Stated step : file.of(Act.PUBLISH)) {
            if (!step.statement().text("sha256").equals(digest)) {
                continue;
            }
            if (step.by().id().equals(by.id())) {
                return new Objection("same-person", by.id() + " has signed this publication already");
            }
            if (step.by().section().equals(by.section())) {
                return new Objection(
                        "same-section", "the second signature comes from a section other than " + by.section());
            }
        }
        return null;
    }

    private @Nullable Objection merge() {
        List<String> incidents = statement.texts("incidents");
        if (incidents.stream().distinct().count() < 2) {
            return new Objection("one-incident", "two incidents or more are merged");
        }
        Standing first = null;
        for (String incident : incidents) {
            Standing standing = situation.standing().apply(incident);
            if (standing == null) {
                return unknown("incident", incident);
            }
            if (standing.isOfCraft() || first != null && first.family() != standing.family()) {
                return new Objection("not-alike", "incidents of one family are merged, and no tracks or interference");
            }
            if (docket.file(incident).outcome() != null) {
                return new Objection("already-decided", "two persons have decided " + incident);
            }
            first = standing;
        }
        return null;
    }

    private @Nullable Objection split() {
        Objection objection = open(docket.file(statement.text("incident")));
        if (objection != null) {
            return objection;
        }
        if (docket.file(statement.text("incident")).outcome() != null) {
            return new Objection("already-decided", "two persons have decided it as it stands");
        }
        for (String observation : statement.texts("observations")) {
            if (!statement.text("incident").equals(situation.incidentOf().apply(observation))) {
                return new Objection("not-of-the-incident", observation + " does not stand in that incident");
            }
            if (observation.equals(statement.text("incident"))) {
                return new Objection("first-observation", "the observation that names the incident stays in it");
            }
        }
        return null;
    }

    private @Nullable Objection settle(Agreement agreement) {
        Provision provision = agreement.provisions().get(statement.text("provision"));
        if (provision == null) {
            return unknown("provision", statement.text("provision"));
        }
        if (!provision.norms().byHolder().containsKey(statement.text("holder"))) {
            return unknown("reading", statement.text("holder"));
        }
        if (docket.settled().containsKey(provision.id())) {
            return new Objection("already-settled", "a reading of " + provision.id() + " is settled");
        }
        return votedBefore();
    }

    private @Nullable Objection setDay(Agreement agreement) {
        Day day = agreement.days().get(statement.text("day"));
        if (day == null) {
            return unknown("day", statement.text("day"));
        }
        boolean isOpen = day.terms().common().date() instanceof TimePhrase.Open;
        if (!isOpen || docket.daysSet().containsKey(day.name())) {
            return new Objection("day-is-set", "the date of " + day.name() + " is set");
        }
        boolean may = day.terms().common().setBy().stream()
                .anyMatch(body -> body.name().equals(by.body()));
        return may ? votedBefore() : new Objection("no-power", by.body() + " does not set " + day.name());
    }

    private @Nullable Objection votedBefore() {
        boolean voted = docket.of(statement.act()).stream()
                .anyMatch(each -> each.by().seat().equals(by.seat())
                        && each.by().body().equals(by.body())
                        && each.statement().parts().equals(statement.parts()));
        return voted ? new Objection("seat-has-voted", "seat " + by.seat() + " has voted for this") : null;
    }

    private @Nullable Objection grade(Agreement agreement) {
        String party = statement.findText("party");
        if (statement.text("owner").equals("party") != (party != null)) {
            return new Objection("party-and-owner", "a party is named where the owner is a party and only then");
        }
        if (party != null && !agreement.parties().containsKey(party)) {
            return unknown("party", party);
        }
        return source();
    }

    private @Nullable Objection source() {
        String source = statement.text("source");
        return situation.isSource().test(source) ? null : unknown("source", source);
    }

    /// What is to be shredded or read must be there, protected in that class, and not be gone.
    private @Nullable Objection withheld() {
        String item = statement.text("item");
        String letter = statement.text("class");
        if (!situation.isProtected().test(item, letter)) {
            return new Objection("unknown-item", "the record protects nothing of class " + letter + " at " + item);
        }
        Redaction gone = docket.findRedaction(item, letter.charAt(0));
        return gone == null ? null : new Objection("redacted", item + " is " + gone.words());
    }

    private @Nullable Objection redact() {
        Objection objection = withheld();
        return objection == null ? second(Pair.open(docket.stated(), statement, "item", "class", "reason")) : objection;
    }

    private @Nullable Objection release() {
        return second(Pair.open(docket.stated(), statement, "class", "to"));
    }

    private @Nullable Objection audience(Agreement agreement) {
        String name = statement.text("audience");
        boolean isParty = name.startsWith(PARTY) && agreement.parties().containsKey(name.substring(PARTY.length()));
        if (!isParty && !AUDIENCES.contains(name)) {
            return unknown("audience", name);
        }
        return second(Pair.open(docket.stated(), statement, "audience", "key"));
    }

    /// The second of two signatures under the same words comes from another person of another section.
    private @Nullable Objection second(List<Stated> signed) {
        for (Stated step : signed) {
            if (step.by().id().equals(by.id())) {
                return new Objection("same-person", by.id() + " has signed this already");
            }
            if (step.by().section().equals(by.section())) {
                return new Objection(
                        "same-section", "the second signature comes from a section other than " + by.section());
            }
        }
        return null;
    }

    static Objection unknown(String what, String name) {
        return new Objection("unknown-" + what, "there is no " + what + " " + name);
    }

    /// SHA-256 of a finding's bytes in lower-case hexadecimal.
    static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
