import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportable } from '../../../electron/exports/package.ts';
import { openPdfEngine, type PdfEngine } from '../../../electron/exports/report/pdf-engine.ts';
import { renderReport } from '../../../electron/exports/report/report.ts';
import { sayIn } from '../../../electron/exports/report/strings.ts';
import type { EditionContent } from '../../../shared/domain/content.ts';
import { LANGS, type Lang } from '../../../shared/domain/languages.ts';
import {
  aContent,
  aDeficit,
  agrees,
  missing,
  reserves,
  say,
  stableId,
} from '../../fixtures/content/build.ts';
import { rawdaniaContent } from '../../fixtures/content/rawdania.ts';
import { assets, hasPoppler, inTempFolder, pagesOf, says } from './tools.ts';

const temp = inTempFolder();
afterAll(temp.remove);
let engine: PdfEngine;
beforeAll(async () => {
  engine = await openPdfEngine(assets);
});

async function pdfOf(content: EditionContent, lang: Lang): Promise<string> {
  const path = join(temp.path, `${lang}-${content.versionId.slice(0, 4)}.pdf`);
  writeFileSync(path, await renderReport(exportable(content), lang, engine));
  return path;
}
const textOf = async (content: EditionContent, lang: Lang): Promise<string> =>
  (await pagesOf(await pdfOf(content, lang))).join('\n');

const reserved = (reservation = say({ en: 'We reserve our position on the fund.' })) =>
  aContent({
    versionId: 'ee'.repeat(32),
    deficits: [
      aDeficit({
        positions: { G: agrees(), E: reserves(reservation), W: agrees() },
        outcome: 'agreed-with-reservation',
      }),
    ],
  });

describe('the report', () => {
  it('is the same bytes for the same content in every language', async () => {
    const other = await openPdfEngine(assets);
    const same = async (content: EditionContent, lang: Lang): Promise<boolean> => {
      const ready = exportable(content);
      const [one, two] = [await renderReport(ready, lang, engine), await renderReport(ready, lang, other)];
      return Buffer.compare(one, two) === 0;
    };
    for (const lang of LANGS) expect(await same(reserved(), lang), lang).toBe(true);
    expect(await same(rawdaniaContent(), 'ar')).toBe(true);
  });

  it('takes a few seconds for the sample', async () => {
    const started = performance.now();
    await renderReport(exportable(rawdaniaContent()), 'ar', engine);
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  describe.skipIf(!hasPoppler)('read with poppler (skipped where there is none)', () => {
    it.each(LANGS)('says on every page that a draft is not agreed: %s', async (lang) => {
      const pages = pagesOf(await pdfOf(rawdaniaContent(), lang));
      expect(pages.length).toBeGreaterThan(20);
      for (const [n, page] of pages.entries()) {
        expect(says(page, sayIn(lang)('mark.draft')), `page ${n + 1}`).toBe(true);
        expect(says(page, sayIn(lang)('mark.illustrative')), `page ${n + 1}`).toBe(true);
      }
    });

    it.each(LANGS)('says that a code is a reference and not a finding: %s', async (lang) => {
      const text = await textOf(aContent({ draft: false, illustrative: false }), lang);
      expect(says(text, sayIn(lang)('mark.notice'))).toBe(true);
      expect(says(text, sayIn(lang)('mark.draft'), 1)).toBe(false);
      expect(says(text, sayIn(lang)('mark.illustrative'), 1)).toBe(false);
    });

    it('prints a reservation whole, in its own language where the reader has no other, however long', async () => {
      const long = Array.from({ length: 900 }, (_, n) => `word${n}`).join(' ');
      for (const lang of LANGS) {
        const text = await textOf(reserved(say({ en: long })), lang);
        expect(says(text, sayIn(lang)('position.reservation')), lang).toBe(true);
        for (const word of ['word0', 'word450', 'word899']) expect(text, `${lang} ${word}`).toContain(word);
        const mark = sayIn(lang)('mark.textIn', { language: sayIn(lang)('language.en') });
        expect(says(text, mark), lang).toBe(lang !== 'en');
      }
    });

    it('prints the reservation of an organization, and of values that are not resolved', async () => {
      const content = reserved();
      const [deficit] = content.deficits;
      const text = await textOf(
        {
          ...content,
          deficits: [
            {
              ...deficit!,
              positions: {
                ...deficit!.positions,
                W: agrees({
                  organizations: [
                    {
                      organization: null,
                      value: 'does-not-agree',
                      reservation: say({ en: 'Dissent of one union.' }),
                    },
                  ],
                  contested: [
                    { value: 'agree-with-reservation', reservation: say({ en: 'The other head.' }) },
                  ],
                  changedSince: true,
                }),
              },
            },
          ],
        },
        'en',
      );
      for (const part of ['Dissent of one union.', 'The other head.', 'The text has changed since'])
        expect(says(text, part), part).toBe(true);
    });

    it('says why a value is missing and who is missing', async () => {
      const text = await textOf(
        aContent({
          participation: [{ seat: 'G', sex: 'F', standing: 'titular', count: 2 }],
          absences: [
            {
              id: stableId('absence'),
              constituency: 'E',
              organization: null,
              reason: 'withdrew',
              note: say({ en: 'We left on the second day.' }),
              writtenBy: 'G',
              date: null,
            },
          ],
          deficits: [aDeficit({ severity: { G: 1, E: missing('withheld'), W: missing('not-known') } })],
        }),
        'en',
      );
      for (const part of [
        'Withheld',
        'Not known',
        'We left on the second day.',
        'This note was not written by the absent constituency.',
        'No participant of this constituency is recorded and no absence note has been written: W Workers',
        'Agreement not recorded from: Employers',
      ])
        expect(says(text, part), part).toBe(true);
      expect(text).not.toMatch(/tripartite: met/i);
    });

    it('names no person and no program user in its properties', async () => {
      const info = execFileSync('pdfinfo', [await pdfOf(rawdaniaContent(), 'en')], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      expect(info).not.toMatch(/^(Author|Keywords|Subject):[ \t]*\S/m);
      expect(info).toMatch(/CreationDate: .*Jun +5 .*2025/);
      expect(info).toMatch(/Tagged: +yes/);
    });

    it('says at the top of a page which item goes on there, and keeps a total with its years', async () => {
      const pages = pagesOf(await pdfOf(rawdaniaContent(), 'fr'));
      const goingOn = pages.flatMap((page, n) => {
        const [, number] = /^([DS]-\d{3}) · Dialogue/m.exec(page) ?? [];
        return number ? [{ number, before: pages.slice(3, n).join('\n') }] : [];
      });
      expect(goingOn.length).toBeGreaterThan(5);
      for (const { number, before } of goingOn) expect(before).toContain(number);
      // The year column of every page that ends a table of costs.
      const totals = pages.filter((page) => /^Total$/m.test(page) && /^USD$/m.test(page));
      expect(totals.length).toBeGreaterThan(3);
      for (const page of totals) expect(page).toMatch(/^2026$/m);
    });

    it('names codes once in the annex, and says where a list has a name in another language only', async () => {
      const pages = pagesOf(await pdfOf(rawdaniaContent(), 'fr'));
      const annex = pages.findIndex((page) => page.includes(sayIn('fr')('section.codes')));
      expect(annex).toBeGreaterThan(0);
      const named = 'Collective bargaining coverage rate (%)';
      expect(pages.slice(0, annex).join('\n')).not.toContain(named);
      const rest = pages.slice(annex).join('\n');
      expect(rest).toContain(`${named} [Texte en anglais]`);
      expect(rest).toMatch(/^FA4$/m);
    });

    it('lets nothing a person wrote act as markup', async () => {
      const hostile = '#panic("x") $sum$ *bold* @ref <label> \\ #image("/etc/passwd") `raw`';
      const text = await textOf(
        aContent({ deficits: [aDeficit({ statement: say({ en: hostile }) })] }),
        'en',
      );
      expect(says(text, hostile), hostile).toBe(true);
    });

    it('gives back nearly every Arabic word to a reader who copies from it', async () => {
      const content = rawdaniaContent();
      const bare = (text: string) => text.replace(/[\u064b-\u0652\u0670\u0640]/g, '').normalize('NFKC');
      const found = new Set(bare(await textOf(content, 'ar')).match(/[\u0621-\u064a]{3,}/g));
      const wanted = new Set(
        content.deficits.flatMap(
          (each) => bare(each.statement.ar?.text ?? '').match(/[\u0621-\u064a]{3,}/g) ?? [],
        ),
      );
      const recalled = [...wanted].filter((word) => found.has(word)).length / wanted.size;
      expect(wanted.size).toBeGreaterThan(500);
      expect(recalled).toBeGreaterThan(0.9);
    });
  });
});
