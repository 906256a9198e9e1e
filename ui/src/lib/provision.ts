// What to call a provision in a list: its own words, or the norm's sentence where the words are only those of its parent.
import type { Agreement } from './contract';

type P = Agreement['provisions'][number];
const words = (p: P | undefined): string => (p ? (Object.values(p.text)[0] ?? '') : '');

export function labelOf(p: P, byId: Map<string, P>): string {
  const own = words(p);
  const isParents = p.parent !== null && own !== '' && own === words(byId.get(p.parent));
  return (isParents ? p.sentence : null) ?? (own || p.sentence || p.id);
}
