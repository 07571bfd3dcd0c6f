/**
 * No output that leaves names a person, at any level of attribution: random dossiers with planted names are held as
 * sessions, every file that can be made of them is made, unpacked to its last byte, and searched.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { sha256 } from '../../../electron/exports/bytes.ts';
import type { Lang } from '../../../shared/domain/languages.ts';
import { findIn, nameOf, type Part, PERSON_ID, ROOTS } from '../../fixtures/planted/names.ts';
import { unpack } from '../../fixtures/planted/unpack.ts';
import { type ExportingDesk, exportingDesk } from '../../fixtures/room/exporting-desk.ts';
import {
  type HeldRoom,
  heldRoom,
  hold,
  type PreparedRoom,
  prepare,
} from '../../fixtures/room/random-room.ts';
import { hasPoppler } from './tools.ts';

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

const seed = Number(process.env.HIWAR_SEED ?? Date.now() % 2 ** 31);
const LONG = process.env.HIWAR_LONG === '1';
/** Making and unpacking all that one leaves takes a second of a core: the long run makes many more. */
const DOSSIERS = LONG ? 500 : 50;

let desk: ExportingDesk;
beforeAll(() => {
  desk = exportingDesk();
});
afterAll(() => desk.remove());

/** The session is held and closed. */
async function held(room: HeldRoom, title?: string): Promise<PreparedRoom> {
  const prepared = await prepare(desk, room, title);
  await hold(desk, room, prepared);
  const { dossier, session } = prepared;
  await desk.call('session.close', { dossier, session, at: 'now' });
  return prepared;
}

/** Both editions that may leave, minutes in both formats, and all sheets: everything there is to take away. */
async function leaving({ dossier, session, clause }: PreparedRoom, lang: Lang): Promise<Part[]> {
  const languages = [lang];
  const minutes = await desk.call('minutes.issue', {
    dossier,
    session,
    phase: 'draft',
    languages,
  });
  const edition = { dossier, edition: 'public', languages, formats: ['package', 'pdf', 'xlsx'] };
  const phase = { dossier, minutes: minutes.id, formats: ['pdf', 'docx'], languages, copy: true };
  const sheets = { dossier, session, sheets: ['set'], languages, clause };
  // One after the other: each has a thread of its own elsewhere, and the typesetter one state in a thread.
  return [
    ...(await desk.filesOf(await desk.call('export.start', edition))),
    ...(await desk.filesOf(await desk.call('minutes.make', phase))),
    ...(await desk.filesOf(await desk.call('papers.make', sheets))),
  ];
}

const unpacked = async (files: readonly Part[], isNew?: (bytes: Buffer) => boolean): Promise<Part[]> => {
  const parts: Part[] = [];
  for (const { path, bytes } of files)
    parts.push(...(await unpack(path, bytes, { isRead: hasPoppler, ...(isNew ? { isNew } : {}) })));
  return parts;
};

/** What a person takes away of one session, by the ends of the names. */
const KINDS = [
  /-public-\w+\.zip$/,
  /-public-\w+-(ar|en|fr|es)\.pdf$/,
  /-public-\w+-(ar|en|fr|es)\.xlsx$/,
  /-restricted-\w+\.zip$/,
  /-minutes-.*\.pdf$/,
  /-minutes-.*\.docx$/,
  /-sheets-.*\.pdf$/,
];

describe('[room] no planted name, and no id of a person', () => {
  test(
    `in any byte of what leaves of ${DOSSIERS} random dossiers, at any level (seed ${seed})`,
    async () => {
      const searched = new Set<string>();
      const isNew = (bytes: Buffer): boolean => {
        const hash = sha256(bytes);
        return !searched.has(hash) && searched.add(hash) !== undefined;
      };
      await fc.assert(
        fc.asyncProperty(heldRoom, async (room) => {
          const prepared = await held(room);
          const files = await leaving(prepared, room.lang);
          for (const kind of KINDS) expect(files.filter(({ path }) => kind.test(path))).toHaveLength(1);
          expect(findIn(await unpacked(files, isNew), [...ROOTS, PERSON_ID])).toEqual([]);
          await desk.call('library.close', { dossier: prepared.dossier });
        }),
        { seed, numRuns: DOSSIERS, endOnFailure: true },
      );
    },
    LONG ? 0 : 600_000,
  );
});

/** Held at the level that keeps most. */
const aRoom = (lang: Lang): HeldRoom => ({
  held: {
    level: 'named',
    people: (['G', 'E', 'W'] as const).map((seat) => ({ seat, sex: 'F', standing: 'titular' })),
    acts: (['turn', 'point', 'presence', 'turn', 'point'] as const).map((what, who) => ({ what, who })),
  },
  lang,
  scripts: Array.from({ length: 12 }, () => 'latin'),
  changed: null,
  answers: ['agree', 'agree-with-reservation', 'agree'],
});

describe('the same search', () => {
  /** Where whoever opens a file would read it. */
  const READ: readonly RegExp[] = [
    /-public-\w+\.zip!.*dialogue\.json$/,
    /-public-\w+\.zip!.*datapackage\.json$/,
    /-public-\w+\.zip!.*\.csv$/,
    /-public-\w+\.zip!.*workbook\.xlsx!xl\/.*#text$/,
    /-public-\w+-..\.xlsx!xl\/.*#text$/,
    /-restricted-\w+\.zip!.*dialogue\.json$/,
    /-minutes-.*\.docx!word\/document\.xml#text$/,
    ...(hasPoppler
      ? [
          /-public-\w+\.zip!.*report-..\.pdf#pages$/,
          /-public-\w+-..\.pdf#pages$/,
          /-restricted-\w+\.zip!.*report-..\.pdf#pages$/,
          /-minutes-.*\.pdf#pages$/,
          /-sheets-.*\.pdf#pages$/,
        ]
      : []),
  ];

  test.each(['ar', 'en'] as const)(
    'finds words of names in every file of a dossier that has them for its title (%s)',
    async (lang) => {
      const prepared = await held(aRoom(lang), ROOTS.join(' '));
      const found = findIn(await unpacked(await leaving(prepared, lang)), ROOTS);
      for (const place of READ)
        expect([
          place,
          new Set(found.filter(({ path }) => place.test(path)).map(({ root }) => root)),
        ]).toEqual([place, new Set(ROOTS)]);
    },
    120_000,
  );

  test.each(ROOTS)('finds %s however it is written, and in the name of a file', (root) => {
    const found = (bytes: Buffer | string, path = 'file'): boolean =>
      findIn([{ path, bytes: Buffer.from(bytes) }], ROOTS).some((each) => each.root === root);
    const swapped = Buffer.from(`x${root}x`, 'utf16le').swap16();
    for (const written of [
      `x${root}x`,
      `x${root}x`.toUpperCase(),
      `x${root}x`.normalize('NFD'),
      Buffer.from(`x${root}x`, 'utf16le'),
      swapped,
      swapped.toString('hex').toUpperCase(),
      Buffer.from(root).toString('hex'),
      `/${encodeURIComponent(root)}/`,
      ...['', '.', '..', '...'].map((before) => Buffer.from(`${before}${root}.`).toString('base64')),
    ])
      expect(found(written), String(written)).toBe(true);
    expect(found('', `${root}.pdf`)).toBe(true);
    expect(found('nothing', 'file')).toBe(false);
  });

  test('meets nothing to find where a full name stands in a text: that leaves in no file at all', async () => {
    const room = aRoom('ar');
    const prepared = await held(room, nameOf('latin', 1));
    for (const leave of [
      () => leaving(prepared, 'ar'),
      () =>
        desk.call('export.start', {
          dossier: prepared.dossier,
          edition: 'public',
          languages: ['ar'],
          formats: ['pdf'],
        }),
    ]) {
      const refused = await leave().catch((thrown: unknown) => (thrown as { error?: unknown }).error);
      expect(refused).toMatchObject({ code: 'export.name-found', details: { field: 'text' } });
      expect(findIn([{ path: '', bytes: Buffer.from(JSON.stringify(refused)) }], ROOTS)).toEqual([]);
    }
  });
});
