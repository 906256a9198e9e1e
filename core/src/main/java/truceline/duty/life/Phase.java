package truceline.duty.life;

/// Where a provision stands for one of those whom it binds.
public enum Phase {
    /// Words that nobody computes.
    TEXT_ONLY,
    /// It waits for a day, an event or a condition; what nobody has shown keeps it waiting.
    PENDING,
    /// A step that waits until every row of the step before it is verified.
    HELD,
    RUNNING,
    FULFILLED,
    /// Done, after its time.
    FULFILLED_LATE,
    BREACHED,
    SUSPENDED,
    EXCUSED,
    /// A guarantee whose condition has come about: people decide.
    TRIGGERED,
    VOID,
    /// Over; the reason says how it ended.
    CLOSED;

    /// Done, in time or late.
    public boolean isDone() {
        return this == FULFILLED || this == FULFILLED_LATE;
    }
}
