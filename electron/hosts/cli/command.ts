/** What a command gets and gives: paths as typed, lines to print, a refusal thrown where it must stop. */
import type { ParseArgsConfig } from 'node:util';
import type { Desk } from '../../services/desk.ts';

export interface Context {
  readonly desk: Desk;
  /** Reads as typed: positionals after the command's name, and options. */
  readonly positionals: readonly string[];
  readonly options: { readonly [name: string]: string | boolean | undefined };
  /** A line on standard output: the answer, for people or programs. */
  readonly print: (line: string) => void;
  /** A line on standard error: progress and remarks. */
  readonly note: (line: string) => void;
}

export interface Command {
  readonly usage: string;
  readonly summary: string;
  /** How many positionals it takes: at least, and at most. */
  readonly takes: readonly [number, number];
  readonly options: NonNullable<ParseArgsConfig['options']>;
  readonly run: (context: Context) => Promise<void> | void;
}

/** The caller wrote the command wrongly: exit code 2. */
export class UsageError extends Error {}

/** `ar, en` as typed: each name once, in the order given. */
export const listOf = (typed: string | boolean): string[] => [
  ...new Set(
    String(typed)
      .split(',')
      .map((each) => each.trim())
      .filter(Boolean),
  ),
];
