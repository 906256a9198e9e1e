package truceline.agreement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import truceline.agreement.phrase.DurationPhrase;
import truceline.agreement.phrase.Leaf;
import truceline.agreement.phrase.Power;
import truceline.agreement.phrase.Reference;

/// A body: who sits in it, what it may do, how it decides, and what holds when it does not. Dissent is
/// always recorded.
///
/// `decides`, `quorum`, `within` and `otherwise` are null where the text has no such key.
public record Body(
        String name,
        List<Reference> lead,
        List<Seat> seats,
        List<Reference> over,
        List<Power> powers,
        @Nullable Rule decides,
        @Nullable Rule quorum,
        @Nullable Leaf<DurationPhrase> within,
        @Nullable Otherwise otherwise,
        Origin origin) {
    public Body {
        lead = List.copyOf(lead);
        seats = List.copyOf(seats);
        over = List.copyOf(over);
        powers = List.copyOf(powers);
    }

    /// The number of seats that one actor holds; the actor may be open.
    public record Seat(int count, Reference actor) {}

    /// Which votes carry, or which seats must be there.
    public sealed interface Rule {
        /// `3 of 4`: seats, counted with their number.
        record Count(int votes, int seats) implements Rule {}

        /// `all`
        record All() implements Rule {}

        /// `each party`: every party to the agreement.
        record EachParty() implements Rule {}

        /// The named seats.
        record Named(List<String> seats) implements Rule {
            public Named {
                seats = List.copyOf(seats);
            }
        }

        /// `open`
        record Open() implements Rule {}
    }

    /// What holds when the body has not decided in time.
    public sealed interface Otherwise {
        /// `publish without attribution`
        record Publish() implements Otherwise {}

        /// `lead decides`
        record LeadDecides() implements Otherwise {}

        /// `no act`
        record NoAct() implements Otherwise {}

        /// `refer to BODY`
        record Refer(String body) implements Otherwise {}

        /// `open`
        record Open() implements Otherwise {}
    }

    public boolean may(Power power) {
        return powers.contains(power);
    }

    /// All seats, each counted with its number.
    public int seatCount() {
        return seats.stream().mapToInt(Seat::count).sum();
    }
}
