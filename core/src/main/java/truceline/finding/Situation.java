package truceline.finding;

import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import truceline.agreement.Agreement;

/// What the table must look up to judge a step: the state of the mission just before it.
///
/// @param nowMs the moment at which the step is received, milliseconds UTC
/// @param standing of the incident at an address, or null where there is none
/// @param finding canonical JSON of what would be published about the incident at an address
/// @param isSource whether a source of that id is known
/// @param incidentOf address of the incident in which the observation at an address stands, or null
/// @param isProtected whether the record holds a commitment for an item and a class letter
public record Situation(
        long nowMs,
        @Nullable Agreement agreement,
        Function<String, @Nullable Standing> standing,
        Function<String, byte[]> finding,
        Predicate<String> isSource,
        Function<String, @Nullable String> incidentOf,
        BiPredicate<String, String> isProtected) {}
