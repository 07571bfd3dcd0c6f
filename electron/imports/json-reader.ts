/** A table of ratifications as JSON, `{"ISO3": [{code, date, status, denounced, note}]}`, made into rows. */
import { z } from 'zod';
import { IMPORT_LIMITS, type Table } from '../../shared/domain/import/constants.ts';
import { Refusal } from '../../shared/errors.ts';
import { decode, guessEncoding } from './encoding.ts';

const Text = z.string().max(10_000).nullish();
const One = z.object({ code: z.string().max(100), date: Text, status: Text, denounced: Text, note: Text });
const ByCountry = z.record(z.string().regex(/^[A-Z]{3}$/), z.array(One));
/** The table itself, or within what says where it comes from. */
const File = z.union([
  z.object({ ratifications: ByCountry }).transform((file) => file.ratifications),
  ByCountry,
]);

export const RATIFICATION_HEADER = ['country', 'code', 'date', 'status', 'denounced', 'note'] as const;

export function readRatifications(bytes: Uint8Array): Table {
  let json: unknown;
  try {
    json = JSON.parse(decode(bytes, guessEncoding(bytes)));
  } catch {
    throw new Refusal('import.not-a-table', { why: 'json' });
  }
  const read = File.safeParse(json);
  if (!read.success) throw new Refusal('import.not-a-table', { why: 'json' });
  const rows = Object.entries(read.data).flatMap(([country, list]) =>
    list.map((one) => [
      country,
      one.code,
      one.date ?? '',
      one.status ?? '',
      one.denounced ?? '',
      one.note ?? '',
    ]),
  );
  if (rows.length > IMPORT_LIMITS.rows) throw new Refusal('import.too-many-rows', { rows: rows.length });
  return {
    format: 'json',
    sheets: [],
    sheet: 0,
    encoding: null,
    separator: null,
    rows: [[...RATIFICATION_HEADER], ...rows],
    marks: [],
  };
}
