package truceline.observation;

/// Where a reader hands its rows, in file order. Calls come from one thread.
public interface RowSink {
    /// A good row. `bytes[from, to)` are the row as it stands in the file, without its line end; both may be used again
    /// after
    /// the call returns.
    void observed(Draft draft, byte[] bytes, int from, int to);

    /// A row that is kept but cannot be used.
    void rejected(Rejection rejection, byte[] bytes, int from, int to);
}
