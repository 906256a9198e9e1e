/// AIS: messages of ships as ITU-R M.1371-5 lays them out, and the sentences of NMEA 0183 that carry them.
///
/// Enters: the bytes of a line, the bits of a message. Leaves: every field of the message under its name, as
/// the number or text that was sent. Never: a value for a field that was not sent, or a judgement of what a
/// ship says about itself.
@NullMarked
package truceline.intake.ais;

import org.jspecify.annotations.NullMarked;
