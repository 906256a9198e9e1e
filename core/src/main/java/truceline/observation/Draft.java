package truceline.observation;

import org.jspecify.annotations.Nullable;

/// One row while it is being read: a reader fills it, hands it on, and clears it for the next row. One object serves a
/// whole
/// file, so that no object is made per observation. Not thread-safe.
///
/// The first part is *evidence*, which the assessment reads. The second part is *protected*: it goes to the vault, and
/// the
/// record holds only a salted commitment. Times are milliseconds UTC; {@link #NONE} says that a value is absent.
public final class Draft {
    /// An absent time.
    public static final long NONE = Long.MIN_VALUE;

    /// An absent coordinate.
    public static final int NOWHERE = Integer.MIN_VALUE;

    /// Row number in the file; row 1 is the header.
    public long row;

    /// Id the source gives the row, where it has one.
    public @Nullable String clientId;

    public Kind kind = Kind.UNSPECIFIED;
    public Means means = Means.NOT_KNOWN;
    public Description description = Description.NOT_STATED;

    /// Flight direction as 16-point sectors 0 (N) to 15 (NNW), or -1.
    public int flightFrom;

    public int flightTo;
    public Count count = Count.NOT_KNOWN;
    public Weapon weapon = Weapon.NOT_KNOWN;

    /// Calibre in tenths of a millimetre, or -1.
    public int calibreTenthMm;

    /// First and last stated moment of what was observed; equal for a single moment.
    public long fromMs;

    public long toMs;

    /// How exactly those moments are stated: each lies in [t, t + precision).
    public int precisionMs;

    /// When the observer wrote it down or the publisher published it.
    public long reportedMs;

    /// Place: the centre of a disc, {@link #NOWHERE} where none can be drawn.
    public int lonE7;

    public int latE7;
    public int radiusMetres;
    public PlaceBasis basis = PlaceBasis.NONE;

    /// Name of the place where it happened, as the source writes it.
    public @Nullable String place;

    /// Credibility 1 to 6 of this item (Admiralty); 6, "cannot be judged", unless the source grades it.
    public int credibility;

    /// Which aircraft or ship sent its own position, such as `icao:4b1814` or `mmsi:244660000`; null where none did.
    /// Rows of one craft are a track.
    public @Nullable String craft;

    /// Height above mean sea level in metres, {@link #NOWHERE} where it is not known.
    public int altitudeMetres;

    /// What makes two rows one account (a headline, a media hash, a satellite pass). It enters as a pseudonym.
    public @Nullable String lineage;

    /// Party that the account names as responsible, by its code; a claim, never an attribution.
    public @Nullable String claimedSide;

    /// Further labels of the source, joined by a vertical bar.
    public @Nullable String labels;

    // Protected, class M (monitor): where the observer was and what he wrote.
    public int observerLonE7;
    public int observerLatE7;
    public @Nullable String observer;

    /// Sectors in which it was observed: bit i is the 16-point sector i.
    public int sectors;

    public int rangeFromMetres;
    public int rangeToMetres;
    public @Nullable String remark;

    // Protected, class R (restricted): who.
    public @Nullable String person;

    public Draft() {
        clear();
    }

    /// Makes the draft empty: nothing known, nothing graded.
    public void clear() {
        row = 0;
        clientId = null;
        kind = Kind.UNSPECIFIED;
        means = Means.NOT_KNOWN;
        description = Description.NOT_STATED;
        flightFrom = -1;
        flightTo = -1;
        count = Count.NOT_KNOWN;
        weapon = Weapon.NOT_KNOWN;
        calibreTenthMm = -1;
        fromMs = NONE;
        toMs = NONE;
        precisionMs = 1000;
        reportedMs = NONE;
        lonE7 = NOWHERE;
        latE7 = NOWHERE;
        radiusMetres = 0;
        basis = PlaceBasis.NONE;
        place = null;
        credibility = 6;
        craft = null;
        altitudeMetres = NOWHERE;
        lineage = null;
        claimedSide = null;
        labels = null;
        clearProtected();
    }

    private void clearProtected() {
        observerLonE7 = NOWHERE;
        observerLatE7 = NOWHERE;
        observer = null;
        sectors = 0;
        rangeFromMetres = -1;
        rangeToMetres = -1;
        remark = null;
        person = null;
    }

    /// The same row as an object of its own, to be kept.
    public Draft copy() {
        Draft copy = new Draft();
        copy.row = row;
        copy.clientId = clientId;
        copy.kind = kind;
        copy.means = means;
        copy.description = description;
        copy.flightFrom = flightFrom;
        copy.flightTo = flightTo;
        copy.count = count;
        copy.weapon = weapon;
        copy.calibreTenthMm = calibreTenthMm;
        copy.fromMs = fromMs;
        copy.toMs = toMs;
        copy.precisionMs = precisionMs;
        copy.reportedMs = reportedMs;
        copy.lonE7 = lonE7;
        copy.latE7 = latE7;
        copy.radiusMetres = radiusMetres;
        copy.basis = basis;
        copy.place = place;
        copy.credibility = credibility;
        copy.craft = craft;
        copy.altitudeMetres = altitudeMetres;
        copy.lineage = lineage;
        copy.claimedSide = claimedSide;
        copy.labels = labels;
        copy.observerLonE7 = observerLonE7;
        copy.observerLatE7 = observerLatE7;
        copy.observer = observer;
        copy.sectors = sectors;
        copy.rangeFromMetres = rangeFromMetres;
        copy.rangeToMetres = rangeToMetres;
        copy.remark = remark;
        copy.person = person;
        return copy;
    }

    /// Sets a single moment.
    public void at(long momentMs, int precision) {
        fromMs = momentMs;
        toMs = momentMs;
        precisionMs = precision;
    }

    /// True where the row has something for the vault's class M.
    public boolean hasMonitorPart() {
        return observerLonE7 != NOWHERE || observer != null || sectors != 0 || rangeToMetres >= 0 || remark != null;
    }
}
