package truceline.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What core may not touch, so that the same entries give the same bytes on any machine.
class DeterminismTest {
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(
                    "truceline.json",
                    "truceline.ledger",
                    "truceline.geo",
                    "truceline.observation",
                    "truceline.agreement",
                    "truceline.incident",
                    "truceline.territory",
                    "truceline.compliance",
                    "truceline.mission",
                    "truceline.audit");

    private static final Set<String> FREE_MATH = Set.of(
            "sin",
            "cos",
            "tan",
            "asin",
            "acos",
            "atan",
            "atan2",
            "sinh",
            "cosh",
            "tanh",
            "exp",
            "expm1",
            "log",
            "log10",
            "log1p",
            "pow",
            "cbrt",
            "hypot",
            "toRadians",
            "toDegrees",
            "random");

    @Test
    void core_touches_no_disk_network_thread_or_random_number() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.file..", "java.net..", "java.util.concurrent..", "java.util.logging..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.io\\.(File|RandomAccess).*|java\\.lang\\.Thread|java\\.util\\.Random"
                        + "|java\\.security\\.SecureRandom|java\\.lang\\.ProcessHandle")
                .check(CORE);
    }

    @Test
    void core_has_no_collection_whose_order_changes_from_run_to_run() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.(HashMap|HashSet|IdentityHashMap|WeakHashMap)")
                .orShould()
                .callMethodWhere(called("java.util.Set", Set.of("of", "copyOf")))
                .orShould()
                .callMethodWhere(called("java.util.Map", Set.of("of", "copyOf", "ofEntries")))
                .check(CORE);
    }

    @Test
    void core_computes_angles_with_strict_math_only() {
        noClasses()
                .should()
                .callMethodWhere(called("java.lang.Math", FREE_MATH))
                .check(CORE);
    }

    @Test
    void core_reads_no_clock_locale_zone_or_charset_of_the_machine() {
        noClasses()
                .should()
                .callMethodWhere(
                        called("java.lang.System", Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty")))
                .orShould()
                .callMethodWhere(called("java.time.Instant", Set.of("now")))
                .orShould()
                .callMethodWhere(called("java.time.LocalDate", Set.of("now")))
                .orShould()
                .callMethodWhere(called("java.time.LocalDateTime", Set.of("now")))
                .orShould()
                .callMethodWhere(called("java.time.ZoneId", Set.of("systemDefault")))
                .orShould()
                .callMethodWhere(called("java.util.Locale", Set.of("getDefault")))
                .orShould()
                .callMethodWhere(called("java.nio.charset.Charset", Set.of("defaultCharset")))
                .orShould()
                .callMethod(String.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(String.class, "getBytes")
                .orShould()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .orShould()
                .callConstructor(String.class, byte[].class)
                .orShould()
                .callMethodWhere(called("java.util.UUID", Set.of("randomUUID")))
                .check(CORE);
    }

    @Test
    void core_streams_in_one_thread() {
        noClasses()
                .should()
                .callMethodWhere(called("java.util.Collection", Set.of("parallelStream")))
                .orShould()
                .callMethodWhere(called("java.util.stream.BaseStream", Set.of("parallel")))
                .check(CORE);
    }

    private static DescribedPredicate<JavaAccess<?>> called(String owner, Set<String> names) {
        return new DescribedPredicate<>("a call of " + owner + " " + names) {
            @Override
            public boolean test(JavaAccess<?> access) {
                AccessTarget called = access.getTarget();
                return called.getOwner().getName().equals(owner) && names.contains(called.getName());
            }
        };
    }
}
