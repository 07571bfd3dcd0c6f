/** What every kind of job is given beside its message. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly step: string;
}

export interface JobContext {
  readonly progress: (progress: Progress) => void;
  readonly signal: AbortSignal;
}
