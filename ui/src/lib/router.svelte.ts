// The current route as state, and the two ways to change it: a link (href) or a step (go).
import { format, parse, type Route, type View } from './route';

interface Move { station?: string; view?: View; rest?: string[]; query?: Record<string, string | undefined> }

class Router {
  current: Route = $state.raw(parse(location.hash));

  constructor() {
    addEventListener('hashchange', () => { this.current = parse(location.hash); });
  }

  /** The link to a place; the time window of the current place is carried along within one station. */
  href(move: Move): string {
    const { station, view, query } = this.current;
    const kept = move.station && move.station !== station ? {} : { from: query.from, to: query.to };
    return format({ station: move.station ?? station, view: move.view ?? view, rest: move.rest ?? [], query: { ...kept, ...move.query } });
  }

  /** The link to this place with some query values changed. */
  with(query: Record<string, string | undefined>): string {
    const { station, view, rest, query: old } = this.current;
    return format({ station, view, rest, query: { ...old, ...query } });
  }

  go(hash: string): void {
    location.hash = hash;
  }

  /** As go, but Back does not return here: for steps that are not places, such as the selection. */
  replace(hash: string): void {
    history.replaceState(null, '', hash);
    this.current = parse(hash);
  }
}

export const router = new Router();
