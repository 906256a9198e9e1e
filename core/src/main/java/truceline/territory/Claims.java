package truceline.territory;

import java.util.List;

/// Claims in the order in which they were given. Immutable.
public record Claims(List<Claim> claims) {
    public Claims {
        claims = List.copyOf(claims);
    }

    /// Those about one unit, or about {@link Shares#TOTAL}.
    public List<Claim> about(String unit) {
        return claims.stream().filter(claim -> claim.unit().equals(unit)).toList();
    }
}
