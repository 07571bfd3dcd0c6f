/** What the workbook is, and how many took part. */
import { isMissing } from '../../../shared/domain/fields.ts';
import { fingerprint } from '../report/formats.ts';
import { sheet, told } from './told.ts';
import type { Words } from './words.ts';
import type { SheetSpec, SheetValue } from './xlsx.ts';

export function readMe({ content, say, text, coded, day }: Words): SheetSpec {
  const { dossier } = content;
  const rows: [string, SheetValue][] = [
    [say('workbook.title'), text(dossier.title)],
    [
      say('cover.country'),
      coded(dossier.country, (code) => (code === 'QRW' ? `${say('cover.rawdania')} ${code}` : code)),
    ],
    [say('cover.convenor'), text(dossier.convenor)],
    [say('cover.edition'), `${say(`edition.${content.edition}`)}. ${say(`editionNote.${content.edition}`)}`],
    [say('cover.asOf'), day(content.asOf)],
    [say('cover.version'), fingerprint(content.versionId)],
    ...(isMissing(dossier.widerGrounds)
      ? [[say('cover.widerGrounds'), coded(dossier.widerGrounds, () => '')] satisfies [string, SheetValue]]
      : []),
    ['', say('mark.notice')],
    ['', say('reading.columns')],
    ['', say('reading.missing')],
    ['', say('people.note')],
    ['', say('workbook.readMeNote')],
    ['', say('workbook.codesNote')],
  ];
  return {
    name: say('workbook.readMe'),
    columns: [
      { header: say('workbook.readMe'), width: 28 },
      { header: say('cover.kind'), width: 110 },
    ],
    rows,
  };
}

export function participation({ content, say, seat }: Words): SheetSpec {
  const sexes = {
    F: say('people.women'),
    M: say('people.men'),
    X: say('people.other'),
    missing: say('workbook.notStated'),
  };
  const standing = (code: 'titular' | 'alternate' | 'adviser' | 'missing'): string =>
    code === 'missing' ? say('workbook.notStated') : say(`workbook.${code}`);
  return sheet(say('workbook.participation'), content.participation, [
    told(say('people.seat'), 24, (row) => seat(row.seat), (['G', 'E', 'W', 'invited'] as const).map(seat)),
    told(say('workbook.sex'), 18, (row) => sexes[row.sex], Object.values(sexes)),
    told(
      say('workbook.standing'),
      18,
      (row) => standing(row.standing),
      (['titular', 'alternate', 'adviser', 'missing'] as const).map(standing),
    ),
    told(say('annex.count'), 12, (row) => row.count),
  ]);
}
