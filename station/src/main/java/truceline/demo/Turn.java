package truceline.demo;

import java.io.IOException;

/// One thing that is handed in or stated at a moment, milliseconds UTC.
record Turn(long atMs, Step step) {
    /// What is done then.
    interface Step {
        void take(Desk desk) throws IOException;
    }

    /// A statement whose parts are known beforehand.
    static Turn of(long atMs, String by, Said said) {
        return new Turn(atMs, desk -> desk.say(by, said));
    }

    static Turn of(Parcel parcel) {
        return new Turn(parcel.atMs(), desk -> desk.deliver(parcel));
    }
}
