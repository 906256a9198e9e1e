/// Telling: one picture of the mission becomes a document or a listing that people and other programs can read.
///
/// Enters: a picture, a day or a filter, and what proves the ledger behind it. Leaves: HTML, JSON, GeoJSON, CSV or
/// aligned text, the same bytes for the same picture. Never: a clock, a disk or a network; anything from the vault
/// (where an observer stood, remarks, notes, persons); a party as the one who did it on our own
/// account: only those who assessed, voted or acknowledged it say so, under their name.
@NullMarked
package truceline.report;

import org.jspecify.annotations.NullMarked;
