package truceline.agreement.phrase;

/// What a body may do; each power is one kind of entry in the record.
public enum Power {
    OBSERVE,
    INSPECT,
    INVESTIGATE,
    VERIFY,
    TASK,
    ATTEST,
    AUTHORISE,
    ATTRIBUTE,
    SET_REMEDY,
    SETTLE_READING,
    SET_DAY,
    CHANGE_LINE,
    DECIDE_RESPONSE,
    SUPERVISE,
    EXTEND,
    SUSPEND,
    END
}
