package truceline.store;

/// The lock of a simulated disk, whose name nobody takes away.
record SimLock(Runnable release) implements Disk.Lock {
    @Override
    public boolean isHeld() {
        return true;
    }

    @Override
    public void close() {
        release.run();
    }
}
