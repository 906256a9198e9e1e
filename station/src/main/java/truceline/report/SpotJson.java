package truceline.report;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import truceline.coverage.Restriction;
import truceline.finding.Act;
import truceline.finding.Ballot;
import truceline.finding.CaseFile;
import truceline.finding.Stated;
import truceline.mission.Picture;

/// A spot report of one incident as one JSON object. Keys may be added, never renamed; times are ISO 8601 in the zone
/// of the agreement.
public final class SpotJson {
    private final Spot spot;
    private final CaseFile file;
    private final ZoneId zone;
    private final JsonText out;

    private SpotJson(Spot spot, Appendable out) {
        this.spot = spot;
        this.file = spot.decision().file();
        this.zone = spot.frame().zone();
        this.out = new JsonText(out);
    }

    /// Writes the report of one incident.
    ///
    /// @param incident address of any of its observations
    /// @param demo true where everything in the station is invented
    /// @throws IllegalArgumentException where there is no such incident
    public static void write(Picture picture, String incident, Footer footer, boolean demo, Appendable out)
            throws IOException {
        new SpotJson(Spot.of(picture, incident), out).write(footer, demo);
        out.append('\n');
    }

    private void write(Footer footer, boolean demo) throws IOException {
        out.beginObject();
        out.name("kind").value("spot");
        if (demo) {
            out.name("demo").value(true);
        }
        facts();
        evidence();
        provisions();
        verification();
        attribution();
        replies();
        harm();
        restrictions();
        out.name("notKnown").texts(spot.unknowns());
        out.name("sha256").value(spot.sha256());
        CaseFile.Publication published = file.published();
        out.name("published").value(published == null ? null : Words.iso(published.receivedMs(), zone));
        out.name("entries").value(spot.entries());
        out.name("ledger").beginObject();
        out.name("origin").value(footer.origin());
        out.name("size").value(footer.treeSize());
        out.name("root").value(footer.rootBase64());
        out.endObject();
        out.endObject();
    }

    private void facts() throws IOException {
        Event event = spot.event();
        out.name("incident").value(spot.id());
        out.name("title").value(spot.title());
        out.name("asReceivedBy").value(Words.iso(spot.picture().receivedMs(), zone));
        out.name("observation").value(event.kind().word());
        out.name("countText").value(event.count().text());
        out.name("atLeast").value(event.count().atLeast());
        out.name("from").value(Words.iso(event.fromMs(), zone));
        out.name("to").value(Words.iso(event.toMs(), zone));
        out.name("place").value(event.placeName());
        if (event.place() != null) {
            out.name("longitude").decimal(Words.decimal(event.place().lonE7()));
            out.name("latitude").decimal(Words.decimal(event.place().latE7()));
            out.name("radiusMetres").value(event.radiusMetres());
        }
        out.name("region")
                .value(event.region() < 0 ? null : spot.frame().regions().name(event.region()));
        out.name("description").value(Words.description(event.descriptions(), event.flight()));
        out.name("weapon").value(Words.weapon(event.weapon(), event.calibreTenthMm()));
        out.name("independentAccounts").value(spot.corroboration().lineages());
        out.name("monitorsOwn").value(spot.corroboration().isMonitors());
        if (spot.inView() < 0) {
            out.name("inViewPercent").nothing();
        } else {
            out.name("inViewPercent").value(spot.inView());
        }
    }

    private void evidence() throws IOException {
        out.name("evidence").beginArray();
        for (Spot.Evidence each : spot.evidence()) {
            out.line().beginObject();
            out.name("address").value(each.address());
            out.name("source").value(each.source());
            out.name("observation").value(each.kind());
            out.name("countText").value(each.count());
            out.name("means").value(each.means());
            out.name("from").value(Words.iso(each.fromMs(), zone));
            out.name("to").value(Words.iso(each.toMs(), zone));
            out.name("grade").value(each.grade());
            out.name("owner").value(each.owner());
            out.name("weight").value(each.weight().name().toLowerCase(Locale.ROOT));
            if (!each.withheld().isEmpty()) {
                out.name("withheld").texts(each.withheld());
            }
            out.endObject();
        }
        out.endArray();
        out.name("why").texts(spot.why());
    }

    private void provisions() throws IOException {
        out.name("provisions").beginArray();
        for (Spot.Touched each : spot.provisions()) {
            out.beginObject();
            out.name("provision").value(each.id());
            out.name("text").value(each.text());
            out.name("certainty").value(each.isCandidate() ? "candidate" : "indeterminate");
            out.name("reason").value(each.reason());
            out.endObject();
        }
        out.endArray();
    }

    private void verification() throws IOException {
        out.name("verification").beginObject();
        out.name("level").value(spot.decision().verification().word());
        out.name("outcome").value(file.outcome());
        out.name("decided").value(file.decided().isEmpty() ? null : Words.iso(file.decidedMs(), zone));
        steps("posts", file.decided());
        out.endObject();
    }

    private void steps(String name, List<Stated> steps) throws IOException {
        out.name(name).beginArray();
        for (Stated each : steps) {
            out.beginObject();
            out.name("by").value(each.by().id());
            out.name("section").value(each.by().section());
            out.name("alternatives").texts(each.statement().texts("alternatives"));
            out.name("reason").value(each.statement().text("reason"));
            out.name("entry").value(each.index());
            out.endObject();
        }
        out.endArray();
    }

    private void attribution() throws IOException {
        Ballot ballot = spot.decision().ballot();
        out.name("attribution").beginObject();
        out.name("level").value(spot.decision().attribution().level().name());
        out.name("party").value(spot.decision().attribution().party());
        steps("assessed", file.assessed());
        if (ballot != null) {
            out.name("body").value(ballot.body().name());
            out.name("rule").value(ballot.rule());
            out.name("closed").value(spot.decision().isClosed());
            long lapses = file.lapsesMs(ballot);
            out.name("until").value(lapses == Long.MAX_VALUE ? null : Words.iso(lapses, zone));
            out.name("votes").beginArray();
            for (String seat : ballot.seats()) {
                vote(seat, file.votes().get(seat));
            }
            out.endArray();
        }
        FloorJson.dissent(out.name("dissent"), spot.dissent());
        out.endObject();
    }

    private void vote(String seat, @Nullable Stated vote) throws IOException {
        out.beginObject();
        out.name("seat").value(seat);
        out.name("ballot").value(vote == null ? "not-voted" : vote.statement().text("ballot"));
        out.name("party").value(vote == null ? null : vote.statement().findText("party"));
        out.name("text").value(vote == null ? null : vote.statement().text("text"));
        out.endObject();
    }

    private void replies() throws IOException {
        out.name("replies").beginArray();
        for (Frame.Party party : spot.frame().parties()) {
            List<Stated> own = file.of(Act.REPLY).stream()
                    .filter(reply -> reply.by().seatCode().equals(party.code()))
                    .toList();
            out.beginObject();
            out.name("party").value(party.code());
            out.name("name").value(party.name());
            out.name("replies").beginArray();
            for (Stated reply : own) {
                out.beginObject();
                out.name("language").value(reply.statement().text("language"));
                out.name("acknowledges").value(reply.statement().flag("acknowledges"));
                out.name("text").value(reply.statement().text("text"));
                out.name("received").value(Words.iso(reply.receivedMs(), zone));
                out.name("entry").value(reply.index());
                out.endObject();
            }
            out.endArray();
            out.endObject();
        }
        out.endArray();
    }

    private void harm() throws IOException {
        out.name("harm").beginArray();
        for (FloorReport.Harm each : spot.harm()) {
            out.beginObject();
            FloorJson.harm(out, each);
            out.endObject();
        }
        out.endArray();
    }

    private void restrictions() throws IOException {
        out.name("restrictions").beginArray();
        for (Restriction each : spot.restrictions()) {
            out.beginObject();
            FloorJson.restriction(out, each, zone);
            out.endObject();
        }
        out.endArray();
    }
}
