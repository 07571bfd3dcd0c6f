/** What is said outside the flow: toasts for the eye and announcements for screen readers, in one small store. */

export interface Toast {
  readonly id: number;
  readonly tone: 'neutral' | 'ok' | 'bad';
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

interface Spoken {
  readonly polite: string;
  readonly assertive: string;
}

let toasts: readonly Toast[] = [];
let spoken: Spoken = { polite: '', assertive: '' };
let nextId = 1;
const listeners = new Set<() => void>();
const tell = (): void => {
  for (const listener of listeners) listener();
};

export const subscribeToasts = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const currentToasts = (): readonly Toast[] => toasts;
export const currentSpoken = (): Spoken => spoken;

export function dismissToast(id: number): void {
  toasts = toasts.filter((toast) => toast.id !== id);
  tell();
}

/** Says a sentence to screen readers only. The same sentence twice is said twice. */
export function announce(text: string, urgency: 'polite' | 'assertive' = 'polite'): void {
  const again = spoken[urgency] === text ? `${text}\u00A0` : text;
  spoken = { ...spoken, [urgency]: again };
  tell();
}

/** Shows a sentence at the corner; those with an action or bad news stay until dismissed. */
export function showToast(toast: Omit<Toast, 'id' | 'tone'> & { readonly tone?: Toast['tone'] }): number {
  const id = nextId;
  nextId += 1;
  const tone = toast.tone ?? 'neutral';
  toasts = [...toasts.slice(-3), { ...toast, tone, id }];
  announce(toast.text, tone === 'bad' ? 'assertive' : 'polite');
  tell();
  if (tone !== 'bad') setTimeout(() => dismissToast(id), toast.action ? 12_000 : 6000);
  return id;
}
