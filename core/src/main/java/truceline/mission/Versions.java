package truceline.mission;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.finding.Amendment;
import truceline.finding.Docket;
import truceline.finding.Objection;
import truceline.finding.Person;

/// The versions of the agreement in the order of entry, which is that in which they come into force. Not thread-safe.
final class Versions {
    private final List<AdoptedAgreement> versions = new ArrayList<>();

    List<AdoptedAgreement> list() {
        return List.copyOf(versions);
    }

    /// The version in force at a moment, milliseconds UTC, or null where none is.
    @Nullable
    AdoptedAgreement at(long ms) {
        return versions.reversed().stream()
                .filter(version -> version.fromMs() <= ms)
                .findFirst()
                .orElse(null);
    }

    /// What the version in force at a moment says.
    @Nullable
    Agreement agreementAt(long ms) {
        AdoptedAgreement version = at(ms);
        return version == null ? null : version.agreement();
    }

    /// Why a version may not be entered so, or null where it may.
    @Nullable
    Objection objection(Entry.AgreementEntered entered, Agreement next, Docket docket) {
        Entry.Amendment amendment = entered.amendment();
        if (versions.isEmpty() || amendment == null) {
            return versions.isEmpty() && amendment == null
                    ? null
                    : new Objection("not-an-amendment", "the first version founds a station, each later one amends");
        }
        AdoptedAgreement last = versions.getLast();
        List<Person> signers = amendment.signatures().stream()
                .map(each -> docket.persons().get(each.by()))
                .filter(Objects::nonNull)
                .toList();
        return Amendment.judge(
                new Amendment.Standing(last.agreement(), last.entered().file(), last.fromMs()),
                next,
                signers,
                amendment.fromMs(),
                entered.receivedMs());
    }

    /// Adds the next version, under what people have set and settled so far.
    void add(AdoptedAgreement next, Docket docket) {
        versions.add(versions.isEmpty() ? next : next.under(docket));
    }

    /// People set a day or settled a reading.
    void under(Docket docket) {
        versions.replaceAll(version -> version.under(docket));
    }
}
