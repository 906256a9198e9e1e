// The time window in force: that of the address, else the newest whole or running day that has observations.
import { router } from './router.svelte';
import { station } from './station.svelte';

/** Call inside a derived or an effect; null where nothing was ever observed. */
export function chosenWindow(): { from: string; to: string } | null {
  const { from, to } = router.current.query;
  return from && to ? { from, to } : (station.overview?.window ?? null);
}
