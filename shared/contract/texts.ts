import { z } from 'zod';
import { TEXT_STATUSES } from '../domain/fields.ts';
import { LANGS } from '../domain/languages.ts';

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
