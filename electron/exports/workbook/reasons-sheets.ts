/** Sheets of what deficits rest on and lead to: causes and effects, normative references, scores. */
import { CONSTITUENCIES } from '../../../shared/domain/codes.ts';
import { isMissing } from '../../../shared/domain/fields.ts';
import { reference } from '../report/view/reference.ts';
import { sheet, told } from './told.ts';
import type { Words } from './words.ts';
import type { SheetSpec } from './xlsx.ts';

export function causes({ content, say, text }: Words): SheetSpec {
  const rows = content.deficits.flatMap((deficit) =>
    deficit.causes.map((each) => ({
      ...each,
      of: reference('D', deficit.number),
      behind: deficit.causes.find((other) => other.id === each.under)?.body,
    })),
  );
  return sheet(say('workbook.causes'), rows, [
    told(say('workbook.subject'), 10, (row) => row.of),
    told(say('workbook.kind'), 14, (row) => say(row.kind === 'cause' ? 'deficit.causes' : 'deficit.effects')),
    told(say('workbook.text'), 60, (row) => text(row.body)),
    told(say('workbook.under'), 40, (row) => text(row.behind)),
  ]);
}

export function norms({ content, say, text, label, coded, day }: Words): SheetSpec {
  const rows = content.deficits.flatMap((deficit) =>
    deficit.norms.map((each) => ({ ...each, of: reference('D', deficit.number) })),
  );
  return sheet(say('workbook.norms'), rows, [
    told(say('workbook.subject'), 10, (row) => row.of),
    told(say('workbook.kind'), 26, (row) => coded(row.kind, (kind) => say(`norm.${kind}`))),
    told(say('deficit.instruments'), 40, (row) =>
      row.instrument === null
        ? (row.body ?? '')
        : `${row.instrument} ${label('instruments', row.instrument)}`,
    ),
    told(say('workbook.reference'), 30, (row) =>
      [row.article, row.comment && say(`norm.${row.comment}`), row.year, row.reference]
        .filter(Boolean)
        .join(' · '),
    ),
    told(say('workbook.ratification'), 24, (row) =>
      coded(row.ratification, (status) =>
        row.checkedOn === null
          ? say(`norm.${status}`)
          : `${say(`norm.${status}`)} ${say('norm.asOf', { date: day(row.checkedOn) })}`,
      ),
    ),
    told(say('workbook.text'), 60, (row) => text(row.text)),
  ]);
}

/** A row a deficit, criterion and step: what three columns say is never added up. */
export function scores({ content, say, seat, label }: Words): SheetSpec {
  const numbers = new Map(content.deficits.map((each) => [each.id, reference('D', each.number)]));
  const rows = content.rounds.flatMap((round) =>
    round.tallies.flatMap((tally) =>
      ([1, 2, 3, 4] as const).map((step) => ({ ...tally, step, of: reference('V', round.number) })),
    ),
  );
  type Row = (typeof rows)[number];
  return sheet<Row>(say('workbook.scores'), rows, [
    told(say('workbook.number'), 10, (row) => row.of),
    told(say('workbook.subject'), 10, (row) => numbers.get(row.deficit) ?? ''),
    told(say('workbook.criterion'), 18, (row) => say(`score.${row.criterion}`)),
    told(say('score.step', { n: '' }).trim(), 10, (row) => row.step),
    ...CONSTITUENCIES.map((each) =>
      told<Row>(seat(each), 18, (row) => {
        const counts = row.counts[each];
        return isMissing(counts) ? label('missing', counts.missing) : (counts[row.step - 1] ?? 0);
      }),
    ),
  ]);
}
