package truceline.report;

import java.io.IOException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import truceline.finding.Attribution;
import truceline.geo.Place;
import truceline.mission.Picture;

/// A spot report of one incident as one HTML file that needs nothing else: no script, no request, printable on A4. It
/// is also well-formed XML. The same picture gives the same bytes.
public final class SpotHtml {
    private static final int MAP_WIDTH = 300;
    private static final int MAP_HEIGHT = 236;

    private final Spot spot;
    private final Footer footer;
    private final boolean isDemo;
    private final Markup html;
    private final ZoneId zone;

    private SpotHtml(Spot spot, Footer footer, boolean isDemo, Markup html) {
        this.spot = spot;
        this.footer = footer;
        this.isDemo = isDemo;
        this.html = html;
        this.zone = spot.frame().zone();
    }

    /// Writes the report of one incident.
    ///
    /// @param incident address of any of its observations
    /// @param demo true where everything in the station is invented
    /// @throws IllegalArgumentException where there is no such incident
    public static void write(Picture picture, String incident, Footer footer, boolean demo, Appendable out)
            throws IOException {
        new SpotHtml(Spot.of(picture, incident), footer, demo, new Markup(out)).write();
    }

    private void write() throws IOException {
        Sheet.begin(html, "Spot report " + spot.id() + " - " + spot.frame().title(), "daily.css", "floor.css");
        html.raw("<main class=\"pg\">");
        heading();
        facts();
        new SpotDecisions(spot, html).write();
        new SpotEvidence(spot, html).write();
        check();
        html.raw("</main>\n</body></html>\n");
    }

    private void heading() throws IOException {
        html.raw("<header><div class=\"rh\"><div class=\"m\">" + Marks.logo())
                .foreign(spot.frame().title());
        html.raw("</div><div class=\"r\">Spot report <b>").text(spot.id());
        html.raw("</b><br/>As received by " + Words.utc(spot.picture().receivedMs()) + "</div></div>");
        Sheet.demo(html, isDemo);
        html.raw("<h1>").foreign(spot.title()).raw("</h1>");
        html.raw("<p class=\"st\">");
        Sheet.status(html, spot.decision());
        html.raw("</p></header>");
    }

    private void facts() throws IOException {
        Event event = spot.event();
        Place place = event.place();
        html.raw("<section class=\"two\"><div><dl class=\"dl\">");
        html.raw("<dt>What</dt><dd>")
                .text(Phrases.capital(Phrases.events(event.kind(), event.count())))
                .raw(". ")
                .text("Description: " + Words.description(event.descriptions(), event.flight()) + ". ")
                .text("Weapon: " + Words.weapon(event.weapon(), event.calibreTenthMm()) + ".")
                .raw("</dd>");
        html.raw("<dt>When</dt><dd><b>" + Phrases.utc(event.fromMs(), event.toMs()) + "</b><br/>"
                + Phrases.local(event.fromMs(), zone) + "</dd>");
        html.raw("<dt>Where</dt><dd>");
        where(event, place);
        html.raw("</dd><dt>How it was observed</dt><dd>")
                .text(Phrases.capital(Words.means(event.means())))
                .raw(". " + Words.number(spot.evidence().size(), "observation", "observations") + ", "
                        + Words.number(spot.corroboration().lineages(), "independent account", "independent accounts")
                        + (spot.corroboration().isMonitors() ? ", the monitor's own among them" : "")
                        + ".</dd></dl></div><div class=\"side\">");
        if (place != null) {
            html.raw("<figure>")
                    .raw(SpotMap.of(
                            spot.frame(), event, place, spot.decision().verification(), "s", MAP_WIDTH, MAP_HEIGHT));
            html.raw("<figcaption>The circle is the stated precision, "
                    + Words.distance(event.radiusMetres() * 1000L)
                    + ". Where observers stood is not shown.</figcaption></figure>");
        }
        html.raw("</div></section>");
    }

    private void where(Event event, @Nullable Place place) throws IOException {
        if (event.placeName() != null) {
            html.raw("<b>").foreign(event.placeName()).raw("</b>");
        }
        if (place == null) {
            html.raw(event.placeName() == null ? "Not known." : ". No place that can be drawn was reported.");
            return;
        }
        html.raw((event.placeName() == null ? "" : "<br/>") + "<span class=\"nw\">" + Words.position(place)
                + "</span>, within " + Words.distance(event.radiusMetres() * 1000L));
        if (event.region() >= 0) {
            html.raw("<br/>").foreign(spot.frame().regions().name(event.region()));
        }
    }

    private void check() throws IOException {
        html.raw("<div class=\"fn\"><p>" + Phrases.NO_AFFILIATION + " "
                + (spot.decision().attribution().level() == Attribution.Level.A0
                        ? "No party is named as responsible. "
                        : "")
                + "Parties stand in the order of the agreement. Posts are named, never persons.</p></div>");
        Sheet.check(html, footer);
        html.raw("Entries: <span class=\"id\">").text(spot.entries()).raw("</span>.");
        if (spot.sha256() != null) {
            html.raw("<br/>SHA-256 of the finding, "
                    + (spot.decision().file().published() == null ? "not yet published" : "as published")
                    + ": <span class=\"id\">" + spot.sha256() + "</span>.");
        }
        html.raw("</footer>");
    }
}
