// Marks that would cover each other stand together as a ring with their number. Pure: places in, groups out.

export interface Spot { id: string; x: number; y: number }
export interface Group { members: string[]; x: number; y: number }

/** Groups spots that lie within a distance of the first of a group, in the order given; a kept spot always stands alone. */
export function cluster(spots: Spot[], distance: number, kept: string | null): { single: Set<string>; groups: Group[] } {
  const groups: Group[] = [];
  const single = new Set<string>();
  for (const spot of spots) {
    if (spot.id === kept) {
      single.add(spot.id);
      continue;
    }
    const near = groups.find((g) => Math.hypot(g.x - spot.x, g.y - spot.y) <= distance);
    if (near) near.members.push(spot.id);
    else groups.push({ members: [spot.id], x: spot.x, y: spot.y });
  }
  for (const g of groups) if (g.members.length === 1) single.add(g.members[0]);
  return { single, groups: groups.filter((g) => g.members.length > 1) };
}
