package truceline.blackbox;

import java.security.Provider;
import java.security.SecureRandomSpi;
import java.security.Security;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/// Random numbers that a seed fixes, so that two processes name their files alike and a fault can be put at a file's
/// name. Only ever for a process of its own.
public final class FixedRandom extends SecureRandomSpi {
    private static final AtomicLong MADE = new AtomicLong();
    private static final long serialVersionUID = 1;

    private final transient SplittableRandom random =
            new SplittableRandom(Long.getLong("truceline.seed", 1) + MADE.getAndIncrement());

    /// The n-th generator made in a process gives the n-th sequence.
    public FixedRandom() {}

    /// From here on every secure random number of this process comes from the seed `truceline.seed`.
    static void install() {
        Security.insertProviderAt(new Fixed(), 1);
    }

    private static final class Fixed extends Provider {
        private static final long serialVersionUID = 1;

        Fixed() {
            super("Fixed", "1", "numbers that a seed fixes");
            putService(new Service(this, "SecureRandom", "Fixed", FixedRandom.class.getName(), List.of(), Map.of()));
        }
    }

    @Override
    protected void engineSetSeed(byte[] seed) {
        // The seed is fixed.
    }

    @Override
    protected void engineNextBytes(byte[] bytes) {
        random.nextBytes(bytes);
    }

    @Override
    protected byte[] engineGenerateSeed(int length) {
        byte[] seed = new byte[length];
        random.nextBytes(seed);
        return seed;
    }
}
