import { Code } from '../codes.ts';

/** Whether a text has the shape of a code; whether a list knows it is another question. */
export const isCode = (text: string): boolean => Code.safeParse(text).success;
