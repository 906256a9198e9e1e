// Light, dark, or as the system says. The choice is kept in this browser; the system's change is followed while none is made.

export type Theme = 'system' | 'light' | 'dark';
const KEY = 'truceline.theme';

function remembered(): Theme {
  const kept = localStorage.getItem(KEY);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

class Appearance {
  choice: Theme = $state(remembered());
  private systemDark = $state(matchMedia('(prefers-color-scheme: dark)').matches);
  dark = $derived(this.choice === 'dark' || (this.choice === 'system' && this.systemDark));

  constructor() {
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', (e) => { this.systemDark = e.matches; });
    this.apply();
  }

  set(choice: Theme): void {
    this.choice = choice;
    if (choice === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, choice);
    this.apply();
  }

  private apply(): void {
    if (this.choice === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = this.choice;
  }
}

export const appearance = new Appearance();
