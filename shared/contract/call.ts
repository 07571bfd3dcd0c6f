import type { z } from 'zod';

/** One call of the contract: its input is parsed at the boundary, its output is a type only. */
export interface Call<I extends z.ZodType, O> {
  readonly input: I;
  /** Carries the output type; never read at run time. */
  readonly output?: O;
}

/** `call<Output>()(inputSchema)`: two steps, so that the output is named and the input inferred. */
export const call =
  <O>() =>
  <I extends z.ZodType>(input: I): Call<I, O> => ({ input });
