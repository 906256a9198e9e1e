// Reading the station's JSON. An old value stays in view while a new one loads, with the time it was read.

export interface Problem { title: string; status: number; detail?: string }

/** Bumped to make every mounted reader read again. */
export const pulse = $state({ beat: 0 });

export async function read<T>(path: string, signal?: AbortSignal): Promise<T> {
  const answer = await fetch(`api/${path}`, { headers: { accept: 'application/json' }, signal });
  const body: unknown = await answer.json().catch(() => null);
  if (!answer.ok) {
    const said = (body ?? {}) as Partial<Problem>;
    throw { title: said.title ?? answer.statusText, status: answer.status, detail: said.detail } satisfies Problem;
  }
  return body as T;
}

export interface Reading<T> { readonly value: T | undefined; readonly problem: Problem | undefined; readonly loading: boolean }

/** Reads a path and again whenever it changes; a null path reads nothing. Call while a component is being made. */
export function reading<T>(path: () => string | null): Reading<T> {
  const state = $state<{ problem: Problem | undefined; loading: boolean }>({ problem: undefined, loading: true });
  let value = $state.raw<T | undefined>();
  $effect(() => {
    const at = path();
    void pulse.beat;
    if (at === null) return;
    const stop = new AbortController();
    state.loading = true;
    read<T>(at, stop.signal).then(
      (got) => { value = got; state.problem = undefined; state.loading = false; },
      (why: Problem | Error) => {
        if (stop.signal.aborted) return;
        state.problem = 'status' in why ? why : { title: why.message, status: 0 };
        state.loading = false;
      },
    );
    return () => stop.abort();
  });
  return {
    get value() { return value; },
    get problem() { return state.problem; },
    get loading() { return state.loading; },
  };
}

/** A query string from the parts that have a value, with its question mark; empty where none has. */
export function queryOf(parts: Record<string, string | null | undefined>): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(parts)) if (value) search.set(key, value);
  const text = search.toString();
  return text ? `?${text}` : '';
}
