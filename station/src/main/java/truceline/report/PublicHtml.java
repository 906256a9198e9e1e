package truceline.report;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.finding.Act;
import truceline.finding.Attribution;
import truceline.finding.Ballot;
import truceline.finding.Finding;
import truceline.finding.Stated;
import truceline.mission.Picture;

/// The page for the public as one HTML file: whether events that may break the ceasefire were verified, who was hurt,
/// what
/// was seen and what was not, the gravest event, and how to check it. No script, no request, readable on a telephone
/// and aloud. It is also well-formed XML. The same picture gives the same bytes.
public final class PublicHtml {
    private final PublicView view;
    private final Footer footer;
    private final boolean isDemo;
    private final Markup html;
    private final ZoneId zone;

    private PublicHtml(PublicView view, Footer footer, boolean isDemo, Markup html) {
        this.view = view;
        this.footer = footer;
        this.isDemo = isDemo;
        this.html = html;
        this.zone = view.frame().zone();
    }

    /// Writes the page.
    ///
    /// @param demo true where everything in the station is invented
    public static void write(Picture picture, Footer footer, boolean demo, Appendable out) throws IOException {
        new PublicHtml(PublicView.of(picture), footer, demo, new Markup(out)).write();
    }

    private void write() throws IOException {
        Sheet.begin(html, PublicWords.QUESTION + " " + view.frame().title(), "public.css");
        html.raw("<div class=\"w\">");
        if (isDemo) {
            html.raw("<p class=\"demo\">" + Phrases.DEMO + "</p>");
        }
        html.raw("<header>" + Marks.logo()).element("b", PublicWords.QUESTION).raw("</header>\n<main>");
        headline();
        if (view.picture().agreement() != null && view.picture().rows() > 0) {
            if (view.hasBegun()) {
                figures();
            }
            seen();
            gravest();
        }
        check();
        html.raw("</main>\n<footer><p>")
                .foreign(PublicWords.footer(view.frame().title(), view.picture().receivedMs()));
        html.raw(Phrases.NO_AFFILIATION + " " + PublicWords.NAMES + "</p></footer></div></body></html>\n");
    }

    private void headline() throws IOException {
        if (view.picture().agreement() == null) {
            html.element("h1", PublicWords.NO_AGREEMENT);
            html.element("p", " class=\"lead\"", PublicWords.NO_AGREEMENT_MORE);
            return;
        }
        if (!view.hasBegun()) {
            html.element("h1", PublicWords.NOT_BEGUN);
            if (view.beginsMs() != Long.MAX_VALUE) {
                html.element("p", " class=\"lead\"", PublicWords.beginsLater(Phrases.local(view.beginsMs(), zone)));
            }
        } else if (view.picture().rows() == 0) {
            html.element("h1", PublicWords.NOTHING_REPORTED);
            html.element("p", " class=\"lead\"", PublicWords.NOT_THE_SAME);
        } else {
            String span = PublicWords.span(view.firstDay(), view.period().date());
            html.element("h1", PublicWords.headline(view.verified(), span));
            FloorReport floor = view.floor();
            html.element(
                    "p",
                    " class=\"lead\"",
                    PublicWords.lead(
                            !floor.lines().isEmpty(),
                            FloorReport.percent(floor.observedMs(), floor.possibleMs()),
                            view.verified() > 0));
        }
        if (!view.waitsFor().isEmpty()) {
            html.element(
                    "p",
                    " class=\"note\"",
                    PublicWords.waitsFor(
                            String.join(", ", view.waitsFor()), view.waitsFor().size() == 1));
        }
    }

    private void figures() throws IOException {
        html.raw("<div class=\"big\">");
        figure(view.verified(), PublicWords.verifiedLabel(view.verified()));
        figure(view.hurt().dead() + view.hurt().injured(), PublicWords.hurtLabel(view.hurt()));
        figure(view.open(), PublicWords.openLabel(view.open()));
        html.raw("</div>");
    }

    private void figure(long number, String label) throws IOException {
        html.raw("<div><b>" + Words.number(number) + "</b>")
                .element("span", label)
                .raw("</div>");
    }

    private void seen() throws IOException {
        html.raw("<section>").element("h2", PublicWords.SEEN);
        if (view.floor().lines().isEmpty()) {
            html.raw(Bars.share(0)).element("p", PublicWords.NO_HOURS);
        }
        for (FloorReport.LineCoverage line : view.floor().lines()) {
            for (FloorReport.SideCoverage side : line.sides()) {
                html.raw("<div class=\"bar\">" + Bars.share(side.percent()) + "<span>")
                        .foreign(side.name());
                html.raw(view.floor().lines().size() > 1 ? " (" + Markup.escaped(line.name()) + ")" : "");
                html.raw("</span><span>" + side.percent() + Words.THIN + "%</span></div>");
                least(line, side);
            }
        }
        html.raw("<p class=\"key\"><i class=\"seen\"></i>" + PublicWords.KEY_SEEN + " <i class=\"un\"></i>"
                + PublicWords.KEY_UNSEEN + "</p></section>");
    }

    private void least(FloorReport.LineCoverage line, FloorReport.SideCoverage side) throws IOException {
        List<Long> stretches = side.stretches();
        if (stretches.size() < 2) {
            return;
        }
        int least = 0;
        for (int i = 1; i < stretches.size(); i++) {
            least = stretches.get(i) < stretches.get(least) ? i : least;
        }
        long periodMs = line.coverage().toMs() - line.coverage().fromMs();
        html.element(
                "p", " class=\"sm\"", PublicWords.least(least, FloorReport.percent(stretches.get(least), periodMs)));
    }

    private void gravest() throws IOException {
        Spot spot = view.gravest();
        html.raw("<section>").element("h2", view.isGravestOfPeriod() ? PublicWords.GRAVEST : PublicWords.EARLIER);
        if (spot == null) {
            html.element("p", PublicWords.NONE_VERIFIED).raw("</section>");
            return;
        }
        html.raw("<div class=\"card\"><h3>").foreign(spot.title()).raw("</h3>");
        html.element("p", Phrases.weekday(spot.event().fromMs(), zone) + ".");
        for (FloorReport.Harm each : spot.harm()) {
            html.element("p", PublicWords.harm(each));
        }
        html.raw("<p class=\"l v\">" + Marks.of(spot.decision().verification()) + "<span><b>Verified.</b> ")
                .text(PublicWords.verified(spot.decision().file().decidedMs()))
                .raw("</span></p>");
        attribution(spot);
        html.element("p", " class=\"sm\"", PublicWords.evidence(spot.id())).raw("</div></section>");
        sides(spot);
    }

    private void attribution(Spot spot) throws IOException {
        Decision decision = spot.decision();
        Ballot ballot = decision.ballot();
        html.raw("<p class=\"l a\">" + Marks.of(decision.attribution().level()) + "<span><b>");
        html.foreign(answer(spot, ballot)).raw("</b>");
        if (!decision.isAttributed() && ballot != null) {
            html.raw(" ")
                    .text(PublicWords.voting(
                            ballot,
                            decision.file().votes().size(),
                            decision.isClosed(),
                            decision.file().lapsesMs(ballot),
                            zone));
        }
        html.raw("</span></p>");
        for (Finding.Dissent each : spot.dissent()) {
            html.raw("<blockquote><p class=\"sm\">")
                    .foreign(PublicWords.oneSeat(Phrases.seat(spot.agreement(), each.seat())));
            html.raw("</p><p>").foreign(each.text()).raw("</p></blockquote>");
        }
    }

    private static String answer(Spot spot, @Nullable Ballot ballot) {
        Decision decision = spot.decision();
        String party = Phrases.name(spot.agreement(), decision.party());
        long votes = decision.file().votes().values().stream()
                .filter(vote -> decision.party().equals(vote.statement().findText("party")))
                .count();
        if (decision.attribution().level() == Attribution.Level.A4) {
            return PublicWords.acknowledged(party);
        }
        return decision.attribution().level() == Attribution.Level.A3 && ballot != null
                ? PublicWords.decidedBy(
                        spot.event().kind(), votes, ballot.seats().size(), party)
                : PublicWords.notDecided(spot.event().kind());
    }

    private void sides(Spot spot) throws IOException {
        html.raw("<section>").element("h2", PublicWords.SIDES).raw("<div class=\"pair\">");
        int position = 0;
        for (Frame.Party party : view.frame().parties()) {
            List<Stated> replies = spot.decision().file().of(Act.REPLY).stream()
                    .filter(reply -> reply.by().seatCode().equals(party.code()))
                    .toList();
            html.raw("<div><h3>");
            if (position < Svg.patterns()) {
                html.raw(Svg.chip(position, "c" + position));
            }
            html.foreign(party.name()).raw("</h3>");
            for (Stated reply : replies) {
                html.raw("<blockquote><p lang=\""
                                + Markup.escaped(reply.statement().text("language")) + "\">")
                        .foreign(reply.statement().text("text"));
                html.raw("</p></blockquote>");
            }
            if (replies.isEmpty()) {
                html.element("p", PublicWords.noReply(view.picture().receivedMs()));
            }
            html.raw("</div>");
            position++;
        }
        html.raw("</div></section>");
    }

    private void check() throws IOException {
        html.raw("<section>").element("h2", PublicWords.CHECK).element("p", PublicWords.CHECK_INTRO);
        html.raw(
                "<ol><li>Ask the station for its record, one file that ends in <span class=\"id\">.zip</span>, and for"
                        + " the program; both are free.</li><li>Run <span class=\"id\">truceline audit FILE.zip</span>. It needs no"
                        + " network.</li><li>Compare what it prints with these three.</li></ol><dl><dt>Origin</dt><dd class=\"id\">");
        html.text(footer.origin());
        html.raw("</dd><dt>Lines in the record</dt><dd class=\"id\">" + footer.treeSize()
                + "</dd><dt>Root</dt><dd class=\"id\">");
        html.text(footer.rootBase64()).raw("</dd></dl></section>");
    }
}
