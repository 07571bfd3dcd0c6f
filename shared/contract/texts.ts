import { z } from 'zod';
import { TEXT_STATUSES } from '../domain/fields.ts';
import { LANGS } from '../domain/languages.ts';
import { MOST_PASTED } from '../domain/paste/originals.ts';

/** A text as the page writes it: by language, a string or a text with its status; null clears one language. */
export const TextMembers = z.partialRecord(
  z.enum(LANGS),
  z.union([
    z.string().max(10_000),
    z.strictObject({ text: z.string().min(1).max(10_000), status: z.enum(TEXT_STATUSES) }),
    z.null(),
  ]),
);
export type TextMembers = z.infer<typeof TextMembers>;

/** What stood in fields as it was pasted, by language. It goes beside the originals that the record keeps already. */
export const Pasted = z.partialRecord(z.enum(LANGS), z.string().min(1).max(MOST_PASTED));
export type Pasted = z.infer<typeof Pasted>;
