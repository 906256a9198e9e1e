package truceline.intake;

/// A small good file of one format.
record Sample(String name, Reader reader, String file) {
    @Override
    public String toString() {
        return name;
    }
}
