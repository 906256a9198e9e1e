// The station in view: its overview, its parties in the agreement's order, its zone.
import type { Overview, Stations } from './contract';
import { w } from './words.en';

class Station {
  all: Stations | undefined = $state.raw();
  overview: Overview | undefined = $state.raw();

  get id(): string { return this.overview?.id ?? ''; }
  get zone(): string { return this.overview?.zone ?? 'UTC'; }
  get parties() { return this.overview?.parties ?? []; }

  /** 1 for the first party of the agreement, 2 for the second, 0 for anybody else. */
  patternOf(code: string | null): 0 | 1 | 2 {
    const at = this.parties.findIndex((p) => p.code === code);
    return at === 0 ? 1 : at === 1 ? 2 : 0;
  }

  nameOf(code: string | null): string {
    if (code === null || code === '') return w.nobodyNamed;
    return this.parties.find((p) => p.code === code)?.name ?? code;
  }
}

export const station = new Station();
