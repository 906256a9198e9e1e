package truceline.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;
import truceline.agreement.phrase.Power;
import truceline.compliance.Case;
import truceline.compliance.CaseFinder;
import truceline.compliance.Certainty;
import truceline.incident.Facts;
import truceline.incident.Incidents;
import truceline.json.JsonWriter;
import truceline.observation.Columns;
import truceline.observation.Observations;

/// What is published about one incident: facts, provisions, who verified, how the seats voted with every dissent, what
/// the parties replied. It is recomputed, never stored as truth; its canonical JSON is what two persons sign. Format:
/// `spec/finding.md`.
///
/// @param document hash of the agreement that was in force
/// @param cases candidate and indeterminate cases of the incident
public record Finding(
        Agreement agreement,
        String document,
        Observations observations,
        Incidents incidents,
        Facts facts,
        List<Case> cases,
        CaseFile file,
        int rule) {
    public Finding {
        cases = List.copyOf(cases);
    }

    /// Canonical JSON of the finding.
    public byte[] toBytes() {
        JsonWriter out = new JsonWriter();
        out.beginObject();
        out.name("agreement").beginObject();
        out.name("document").value(document);
        out.name("id").value(agreement.id());
        out.name("version").value(agreement.version());
        out.endObject();
        attribution(out);
        cases(out);
        dissent(out);
        incident(out);
        replies(out);
        out.name("rule").value(rule);
        out.name("v").value(1);
        verification(out);
        out.endObject();
        return out.toBytes();
    }

    /// The ballot of the body that attributes, or null where the agreement has none.
    public static @Nullable Ballot ballot(Agreement agreement) {
        return Ballot.find(agreement, Power.ATTRIBUTE).orElse(null);
    }

    private void attribution(JsonWriter out) {
        Ballot ballot = ballot(agreement);
        Attribution attribution = file.attribution(ballot);
        out.name("attribution").beginObject();
        if (ballot != null) {
            out.name("body").value(ballot.body().name());
        }
        out.name("level").value(attribution.level().name());
        if (attribution.party() != null) {
            out.name("party").value(attribution.party());
        }
        if (ballot != null) {
            out.name("rule").value(ballot.rule());
            out.name("votes").beginArray();
            for (String seat : ballot.seats()) {
                vote(out, seat, file.votes().get(seat));
            }
            out.endArray();
        }
        out.endObject();
    }

    private static void vote(JsonWriter out, String seat, @Nullable Stated vote) {
        out.beginObject();
        out.name("ballot").value(vote == null ? "not-voted" : vote.statement().text("ballot"));
        if (vote != null) {
            String party = vote.statement().findText("party");
            if (party != null) {
                out.name("party").value(party);
            }
        }
        out.name("seat").value(seat);
        if (vote != null) {
            out.name("text").value(vote.statement().text("text"));
        }
        out.endObject();
    }

    private void cases(JsonWriter out) {
        Columns columns = observations.columns();
        out.name("cases").beginArray();
        for (Case found : cases) {
            out.beginObject();
            out.name("certainty").value(found.certainty() == Certainty.YES ? "candidate" : "indeterminate");
            out.name("provision").value(found.norm().provision());
            out.name("reason").value(CaseFinder.reason(found, columns, incidents));
            out.endObject();
        }
        out.endArray();
    }

    /// Seats that voted otherwise than the decision, each with its words.
    private void dissent(JsonWriter out) {
        out.name("dissent").beginArray();
        for (Dissent each : dissent()) {
            out.beginObject();
            out.name("seat").value(each.seat());
            out.name("text").value(each.text());
            out.endObject();
        }
        out.endArray();
    }

    /// A minority vote and its words.
    public record Dissent(String seat, String text) {}

    /// Seats that voted otherwise than the decision: where a party was attributed, all that did not vote for it; where
    /// none was, all that voted for one. In the order of the seats in the agreement.
    public List<Dissent> dissent() {
        Ballot ballot = ballot(agreement);
        String decided = ballot == null ? null : ballot.attributed(file.votes());
        List<Stated> votes = new ArrayList<>();
        if (ballot != null) {
            for (String seat : ballot.seats()) {
                Stated vote = file.votes().get(seat);
                if (vote != null) {
                    votes.add(vote);
                }
            }
        }
        return votes.stream()
                .filter(vote -> !vote.statement().text("ballot").equals("abstain"))
                .filter(vote -> !Objects.equals(decided, vote.statement().findText("party")))
                .map(vote -> new Dissent(vote.by().seat(), vote.statement().text("text")))
                .toList();
    }

    private void incident(JsonWriter out) {
        Columns columns = observations.columns();
        out.name("incident").beginObject();
        out.name("count").value(facts.count().text());
        out.name("from").value(facts.fromMs());
        out.name("id").value(file.incident());
        out.name("kind").value(facts.kind().word());
        out.name("lineages").value(facts.lineages());
        out.name("observations").beginArray();
        for (int row : incidents.rows(facts.incident())) {
            out.value(observations.address(row));
        }
        out.endArray();
        int best = facts.bestRow();
        if (best >= 0) {
            out.name("place").beginArray();
            out.value(columns.lonE7(best)).value(columns.latE7(best)).value(columns.radiusMetres(best));
            out.endArray();
        }
        if (facts.placeName() != null) {
            out.name("placeName").value(facts.placeName());
        }
        out.name("to").value(facts.toMs());
        out.endObject();
    }

    private void replies(JsonWriter out) {
        out.name("replies").beginArray();
        for (Stated reply : file.of(Act.REPLY)) {
            out.beginObject();
            out.name("acknowledges").value(reply.statement().flag("acknowledges"));
            out.name("language").value(reply.statement().text("language"));
            out.name("party").value(reply.by().seatCode());
            out.name("text").value(reply.statement().text("text"));
            out.endObject();
        }
        out.endArray();
    }

    private void verification(JsonWriter out) {
        out.name("verification").beginArray();
        for (Stated step : file.decided()) {
            out.beginObject();
            out.name("alternatives").beginArray();
            step.statement().texts("alternatives").forEach(out::value);
            out.endArray();
            out.name("by").value(step.by().id());
            out.name("outcome").value(step.statement().text("outcome"));
            out.name("reason").value(step.statement().text("reason"));
            out.name("section").value(step.by().section());
            out.endObject();
        }
        out.endArray();
    }
}
