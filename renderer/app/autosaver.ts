import type { SaveState } from './save-state.ts';

export interface AutosaveStatus {
  readonly state: SaveState;
  readonly error: unknown;
}

/**
 * The life of one typed value until it is stored. One save at a time, and always the latest value: what is
 * typed while a save runs is saved after it. A value leaves only when the store has acknowledged it.
 */
export class Autosaver<T> {
  status: AutosaveStatus = { state: 'saved', error: undefined };
  hasPending = false;
  pending: T | undefined;

  readonly #save: (value: T) => Promise<unknown>;
  readonly #delay: number;
  readonly #isEqual: (a: T, b: T) => boolean;
  readonly #listeners = new Set<(status: AutosaveStatus) => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isRunning = false;
  #acknowledged: { value: T } | undefined;

  constructor(save: (value: T) => Promise<unknown>, delay: number, isEqual: (a: T, b: T) => boolean) {
    this.#save = save;
    this.#delay = delay;
    this.#isEqual = isEqual;
  }

  subscribe(listener: (status: AutosaveStatus) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  type(value: T): void {
    this.hasPending = true;
    this.pending = value;
    this.#acknowledged = undefined;
    this.#tell({ state: 'saving', error: undefined });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), this.#delay);
  }

  /** Saves now what waits; nothing when nothing does. */
  flush(): void {
    clearTimeout(this.#timer);
    if (this.hasPending && !this.#acknowledged) void this.#run();
  }

  /** The stored value as the cache now knows it: once it has caught up, what was typed is let go. */
  setStored(stored: T): void {
    if (!this.#acknowledged || this.#isRunning) return;
    if (this.#isEqual(stored, this.#acknowledged.value)) this.#letGo();
    else if (this.#lastStored !== undefined && !this.#isEqual(this.#lastStored.value, stored)) this.#letGo();
    this.#lastStored = { value: stored };
  }
  #lastStored: { value: T } | undefined;

  /** Calls back once, when no save runs and none waits. */
  whenSettled(done: (status: AutosaveStatus) => void): void {
    if (!this.#isRunning) {
      done(this.status);
      return;
    }
    const stop = this.subscribe((status) => {
      if (status.state === 'saving') return;
      stop();
      done(status);
    });
  }

  #letGo(): void {
    this.hasPending = false;
    this.pending = undefined;
    this.#acknowledged = undefined;
    this.#lastStored = undefined;
  }

  async #run(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    const value = this.pending as T;
    this.#tell({ state: 'saving', error: undefined });
    let failure: { reason: unknown } | undefined;
    try {
      await this.#save(value);
    } catch (reason) {
      failure = { reason };
    }
    this.#isRunning = false;
    if (!this.#isEqual(this.pending as T, value)) {
      // Typed on meanwhile: that is what counts now, whether or not this one was stored.
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#run(), this.#delay);
      return;
    }
    if (failure) {
      this.#tell({ state: 'failed', error: failure.reason });
      return;
    }
    this.#acknowledged = { value };
    this.#tell({ state: 'saved', error: undefined });
  }

  #tell(status: AutosaveStatus): void {
    this.status = status;
    for (const listener of [...this.#listeners]) listener(status);
  }
}
