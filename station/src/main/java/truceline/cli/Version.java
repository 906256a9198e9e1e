package truceline.cli;

import picocli.CommandLine.IVersionProvider;

/// The version in the jar's manifest, or "development" where there is none.
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"truceline " + (version == null ? "development" : version)};
    }
}
