import type { Missing } from './fields.ts';

/** A value or the code that says why there is none. Never undefined: missing is coded in every export. */
export type Coded<T> = T | { readonly missing: Missing };
