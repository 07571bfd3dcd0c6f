/** What wordings came from, on both papers of a real dossier: printed on request, and never more than an edition holds. */
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type ExportingDesk, exportingDesk } from '../../fixtures/room/exporting-desk.ts';
import { hasPoppler, inTempFolder, pagesOf, says } from './tools.ts';

// The real typesetter, opened once: one for each job would load its fonts as often.
vi.mock('../../../electron/exports/report/pdf-engine.ts', async (original) => {
  const { openPdfEngine, ...rest } =
    await original<typeof import('../../../electron/exports/report/pdf-engine.ts')>();
  let opened: ReturnType<typeof openPdfEngine> | undefined;
  return {
    ...rest,
    openPdfEngine: (...given: Parameters<typeof openPdfEngine>) => {
      opened ??= openPdfEngine(...given);
      return opened;
    },
  };
});

const temp = inTempFolder();
let desk: ExportingDesk;
let dossier: string;

const text = (en: string) => ({ en: { text: en, status: 'original' } });

beforeAll(async () => {
  desk = exportingDesk();
  ({ dossier } = await desk.call('library.create', {
    title: { en: 'A dialogue' },
    country: 'QRW',
    languages: ['en', 'ar'],
  }));
  const make = async (word: string, members: object): Promise<string> => {
    const id = randomUUID();
    const set = { title: text(`Wording ${word}`), statement: text(`Statement ${word}`), ...members };
    await desk.call('record.create', { dossier, type: 'deficit', id, members: set });
    return id;
  };
  const open = await make('Aardvark', {
    confidentiality: 'public',
    raisedBy: 'W',
    position: { E: { value: 'agree-with-reservation', reservation: text('Phased over Quokka years') } },
  });
  const embargoed = await make('Bandicoot', { confidentiality: 'embargoed' });
  const inBin = await make('Capybara', { confidentiality: 'public' });
  const { record } = await desk.call('duplicates.join', {
    dossier,
    ids: [open, embargoed, inBin],
    title: { en: 'Wording Dormouse' },
    statement: { en: 'Statement Dormouse' },
  });
  await desk.call('record.edit', {
    dossier,
    type: 'deficit',
    id: record.id,
    members: { confidentiality: 'public' },
  });
  await desk.call('record.withdraw', { dossier, type: 'deficit', id: inBin });
});
afterAll(() => {
  desk.remove();
  temp.remove();
});

/** The pages of both papers, by their names. */
async function papers(edition: 'public' | 'restricted', wordings?: boolean): Promise<Map<string, string>> {
  const asked = { dossier, edition, languages: ['en'], ...(wordings === undefined ? {} : { wordings }) };
  const files = [
    ...(await desk.filesOf(await desk.call('export.start', { ...asked, formats: ['pdf'] }))),
    ...(await desk.filesOf(await desk.call('register.print', asked))),
  ];
  return new Map(
    files.map(({ path, bytes }) => {
      const out = join(temp.path, path);
      writeFileSync(out, bytes);
      return [path.replace(/^hiwar-QRW-(public|restricted)-[0-9a-f]{8}/, ''), pagesOf(out).join('\n')];
    }),
  );
}

describe.skipIf(!hasPoppler)('wordings on paper (skipped where there is no pdftotext)', () => {
  it('[wordings] are printed under the joined deficit, and what is left out is a number', async () => {
    const asked = await papers('public', true);
    expect([...asked.keys()]).toEqual(['-wordings-en.pdf', '-register-wordings-en.pdf']);
    for (const pages of asked.values()) {
      for (const sentence of [
        'Statement Aardvark',
        'Raised by: Workers',
        'Phased over Quokka years',
        'Wordings that are not part of this edition: 2',
      ])
        expect(says(pages, sentence), sentence).toBe(true);
      expect(pages).not.toMatch(/Bandicoot|Capybara|D-002|D-003/);
    }
  });

  it('[wordings] a wider edition prints more of them, and never what is in the bin', async () => {
    for (const pages of (await papers('restricted', true)).values()) {
      expect(says(pages, 'Statement Bandicoot')).toBe(true);
      expect(says(pages, 'Wordings that are not part of this edition: 1')).toBe(true);
      expect(pages).not.toMatch(/Capybara/);
    }
  });

  it('[wordings] unasked the register tells only where it went', async () => {
    const unasked = await papers('public');
    expect([...unasked.keys()]).toEqual(['-en.pdf', '-register-en.pdf']);
    const register = unasked.get('-register-en.pdf') ?? '';
    expect(register).toMatch(/Dormouse/);
    expect(register).not.toMatch(/Aardvark|not part of this edition/);
  });
});
