package truceline.cli;

import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import truceline.agreement.Bonds;
import truceline.agreement.Fault;
import truceline.agreement.Note;
import truceline.agreement.Provision;
import truceline.agreement.Sentence;
import truceline.agreement.VotingPower;
import truceline.agreement.phrase.ClosedWords;

/// `agreement check --json`: one object with lists over all files, every member of which names its file. Stateless.
final class CheckedAgreementJson {
    private CheckedAgreementJson() {}

    static void write(JsonGenerator out, List<CheckedAgreement> all) {
        out.writeStartObject();
        out.writeBooleanProperty(
                "ok", all.stream().allMatch(checked -> checked.faults().isEmpty()));
        out.writeArrayPropertyStart("faults");
        for (CheckedAgreement checked : all) {
            for (Fault fault : checked.faults()) {
                mark(out, checked.file(), fault.line(), fault.column(), fault.code(), fault.message());
            }
        }
        out.writeEndArray();
        out.writeArrayPropertyStart("notes");
        for (CheckedAgreement checked : all) {
            for (Note note : checked.notes()) {
                mark(out, checked.file(), note.line(), note.column(), note.code(), note.message());
            }
        }
        out.writeEndArray();
        out.writeArrayPropertyStart("norms");
        all.forEach(checked -> checked.provisions().forEach(provision -> norm(out, checked.file(), provision)));
        out.writeEndArray();
        out.writeArrayPropertyStart("readings");
        all.forEach(checked -> checked.disputes().forEach(dispute -> dispute(out, checked.file(), dispute)));
        out.writeEndArray();
        out.writeArrayPropertyStart("votes");
        all.forEach(checked -> checked.votes().forEach(power -> votes(out, checked, power)));
        out.writeEndArray();
        out.writeArrayPropertyStart("notEvaluated");
        for (CheckedAgreement checked : all) {
            checked.norms().notEvaluated().forEach(silent -> {
                named(out, checked.file(), "id", silent.id());
                out.writeStringProperty("reason", silent.reason());
                out.writeEndObject();
            });
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void named(JsonGenerator out, Path file, String name, String value) {
        out.writeStartObject();
        out.writeStringProperty("file", file.toString());
        out.writeStringProperty(name, value);
    }

    private static void mark(JsonGenerator out, Path file, int line, int column, String code, String message) {
        out.writeStartObject();
        out.writeStringProperty("file", file.toString());
        out.writeNumberProperty("line", line);
        out.writeNumberProperty("column", column);
        out.writeStringProperty("code", code);
        out.writeStringProperty("message", message);
        out.writeEndObject();
    }

    private static void norm(JsonGenerator out, Path file, Provision provision) {
        named(out, file, "id", provision.id());
        out.writeStringProperty("sentence", Sentence.of(provision));
        out.writeObjectPropertyStart("readings");
        Sentence.byHolder(provision).forEach(out::writeStringProperty);
        out.writeEndObject();
        out.writeEndObject();
    }

    private static void dispute(JsonGenerator out, Path file, CheckedAgreement.Dispute dispute) {
        named(out, file, "section", dispute.section());
        out.writeStringProperty("name", dispute.name());
        out.writeStringProperty("holder", dispute.holder());
        out.writeStringProperty("words", dispute.words());
        out.writeEndObject();
    }

    private static void votes(JsonGenerator out, CheckedAgreement checked, VotingPower power) {
        named(out, checked.file(), "body", power.body());
        VotingPower.Unknown unknown = power.unknown();
        out.writeStringProperty("unknown", unknown == null ? null : ClosedWords.word(unknown));
        out.writeArrayPropertyStart("holders");
        for (VotingPower.Holder holder : power.holders()) {
            out.writeStartObject();
            out.writeStringProperty("actor", holder.actor());
            out.writeNumberProperty("seats", holder.seats());
            out.writeArrayPropertyStart("boundTo");
            for (Bonds.Bond bond : holder.bonds()) {
                out.writeStartObject();
                out.writeStringProperty("party", bond.party());
                out.writeStringProperty("why", bond.why());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        out.writeEndArray();
        coalitions(out, "winning", power.winning());
        out.writeArrayPropertyStart("against");
        power.against(checked.parties()).forEach((party, coalitions) -> {
            out.writeStartObject();
            out.writeStringProperty("party", party);
            coalitions(out, "coalitions", coalitions);
            coalitions(out, "ofOneSide", power.ofOneSideAgainst(party, checked.parties()));
            out.writeEndObject();
        });
        out.writeEndArray();
        actors(out, "whenTimeIsOver", power.lead());
        out.writeEndObject();
    }

    private static void coalitions(JsonGenerator out, String name, List<VotingPower.Coalition> coalitions) {
        out.writeArrayPropertyStart(name);
        for (VotingPower.Coalition coalition : coalitions) {
            out.writeStartArray();
            coalition.holders().forEach(holder -> out.writeString(holder.actor()));
            out.writeEndArray();
        }
        out.writeEndArray();
    }

    private static void actors(JsonGenerator out, String name, List<VotingPower.Holder> holders) {
        out.writeArrayPropertyStart(name);
        holders.forEach(holder -> out.writeString(holder.actor()));
        out.writeEndArray();
    }
}
