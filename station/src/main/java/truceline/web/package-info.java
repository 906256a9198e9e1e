/// What a station knows, for browsers: JSON views, documents and the ledger, over HTTP.
///
/// Enters: requests of readers on this machine, the published part of stations, and signed submissions and
/// statements for a station that is open to be written to. Leaves: pure functions of one snapshot of a station,
/// documents of the room `report`, the bytes of the ledger as they are. Never: a change to a record that nobody
/// signed; where an observer stood, a remark, a person's name, the place of a hub or of a patrol's task; an answer
/// to another machine, unless its user put something in front that lets others in.
@NullMarked
package truceline.web;

import org.jspecify.annotations.NullMarked;
