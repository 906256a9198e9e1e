// Single-key shortcuts: off inside fields, off when the reader says so (WCAG 2.1.4).

const OFF = 'truceline.keys.off';
export const keys = $state({ on: localStorage.getItem(OFF) === null, help: false });

export function switchKeys(on: boolean): void {
  keys.on = on;
  if (on) localStorage.removeItem(OFF);
  else localStorage.setItem(OFF, '1');
}

/** Listens while the calling component lives. An action that was taken keeps the key from the page. */
export function useKeys(actions: Record<string, () => void>): void {
  $effect(() => {
    const listen = (event: KeyboardEvent) => {
      const at = event.target as HTMLElement;
      if (!keys.on || keys.help || event.ctrlKey || event.metaKey || event.altKey || at.closest('input,select,textarea,dialog')) return;
      const action = actions[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  });
}
