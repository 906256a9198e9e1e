package truceline.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The rooms of the house and the doors between them. The table is the one in ARCHITECTURE.md.
class HousePlanTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("truceline");

    private static final Set<String> FLOORS_0_TO_2 = Set.of(
            "json",
            "geo",
            "agreement",
            "observation",
            "incident",
            "territory",
            "coverage",
            "compliance",
            "finding",
            "duty",
            "mission");

    /// Which rooms each room may look into.
    private static final Map<String, Set<String>> DOORS = Map.ofEntries(
            Map.entry("json", Set.of()),
            Map.entry("ledger", Set.of()),
            Map.entry("geo", Set.of("json")),
            Map.entry("observation", Set.of("geo", "json")),
            Map.entry("agreement", Set.of("geo", "json")),
            Map.entry("incident", Set.of("observation", "geo")),
            Map.entry("territory", Set.of("observation", "geo")),
            Map.entry("coverage", Set.of("observation", "geo")),
            Map.entry("compliance", Set.of("incident", "territory", "coverage", "agreement", "observation", "geo")),
            Map.entry(
                    "finding",
                    Set.of(
                            "compliance",
                            "incident",
                            "territory",
                            "coverage",
                            "agreement",
                            "observation",
                            "geo",
                            "json")),
            Map.entry(
                    "duty",
                    Set.of(
                            "finding",
                            "compliance",
                            "incident",
                            "territory",
                            "coverage",
                            "agreement",
                            "observation",
                            "geo",
                            "json")),
            Map.entry("mission", with(FLOORS_0_TO_2)),
            Map.entry("audit", with(FLOORS_0_TO_2, "ledger")),
            Map.entry("store", with(FLOORS_0_TO_2, "ledger", "audit")),
            Map.entry("intake", Set.of("mission", "observation", "agreement", "geo", "json")),
            Map.entry("report", with(FLOORS_0_TO_2, "ledger")),
            Map.entry("station", with(FLOORS_0_TO_2, "intake", "store", "ledger", "audit")),
            Map.entry("demo", with(FLOORS_0_TO_2, "station", "intake", "report", "ledger")),
            Map.entry("web", with(FLOORS_0_TO_2, "station", "report", "ledger")),
            Map.entry(
                    "cli",
                    with(FLOORS_0_TO_2, "web", "station", "report", "audit", "intake", "ledger", "store", "demo")));

    @Test
    void every_room_opens_only_the_doors_of_the_plan() {
        List<String> breaches = new ArrayList<>();
        for (JavaClass owner : HOUSE) {
            Set<String> allowed = DOORS.get(room(owner));
            if (allowed == null) {
                breaches.add(owner.getName() + " stands in a room that the plan does not have");
                continue;
            }
            for (Dependency dependency : owner.getDirectDependenciesFromSelf()) {
                JavaClass other = dependency.getTargetClass();
                boolean inside = other.getPackageName().startsWith("truceline.");
                if (inside && !room(other).equals(room(owner)) && !allowed.contains(room(other))) {
                    breaches.add(dependency.getDescription());
                }
            }
        }
        assertThat(breaches).isEmpty();
    }

    @Test
    void the_plan_has_no_room_that_is_not_built() {
        Set<String> built = new TreeSet<>();
        HOUSE.forEach(owner -> built.add(room(owner)));
        assertThat(new TreeSet<>(DOORS.keySet())).isEqualTo(built);
    }

    @Test
    void rooms_do_not_stand_in_circles() {
        slices().matching("truceline.(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void only_geo_and_territory_know_the_libraries_of_geometry() {
        noClasses()
                .that()
                .resideOutsideOfPackages("truceline.geo..", "truceline.territory..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.locationtech..", "net.sf.geographiclib..")
                .check(HOUSE);
    }

    private static String room(JavaClass owner) {
        String[] parts = owner.getPackageName().split("\\.", -1);
        return parts.length > 1 ? parts[1] : "";
    }

    private static Set<String> with(Set<String> rooms, String... more) {
        Set<String> all = new TreeSet<>(rooms);
        all.addAll(List.of(more));
        return all;
    }
}
