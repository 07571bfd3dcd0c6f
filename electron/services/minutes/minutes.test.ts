import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Entry, fromBuffer, type Options, type ZipFile } from 'yauzl';
import type { JobStatus } from '../../../shared/contract/index.ts';
import { CONSTITUENCIES } from '../../../shared/domain/codes.ts';
import { readAloud } from '../../../shared/domain/fingerprint.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import { Refusal } from '../../../shared/errors.ts';
import { idOf } from '../../../tests/fixtures/dossiers.ts';
import { HELD, heldDrafts, PLANTED } from '../../../tests/fixtures/room/held-session.ts';
import { type TestDesk, testDesk } from '../../../tests/fixtures/room/test-desk.ts';
import { sha256 } from '../../exports/bytes.ts';
import { makePapers, type PapersMessage } from '../../exports/papers/papers-job.ts';
import { readZip } from '../../exports/zip-reader.ts';
import { type Desk, dossierOf, writeStep } from '../desk.ts';

let here: TestDesk;
let out: string;
const root = join(import.meta.dirname, '../../..');
const DAY_MS = 86_400_000;
const ref = () => ({ dossier: here.dossier, session: HELD.session });
const later = (ms: number): string => new Date(here.desk.now() + ms).toISOString();
const edit = (type: 'session' | 'dossier', set: { readonly [field: string]: string }): void => {
  const id = type === 'session' ? HELD.session : (here.dossier as RecordId);
  writeStep(here.desk, dossierOf(here.desk, here.dossier), 'edit', [
    { recordType: type, recordId: id, intent: 'edit', set },
  ]);
};

beforeEach(() => {
  here = testDesk();
  out = mkdtempSync(join(tmpdir(), 'minutes-'));
  const opened = dossierOf(here.desk, here.dossier);
  opened.verification = 'ok';
  writeStep(here.desk, opened, 'create', heldDrafts());
  const runPapers: Desk['runPapers'] = ({ papers }, progress, signal) =>
    makePapers({ kind: 'papers', papers, outDir: out, assetsDir: root } as PapersMessage, {
      progress,
      signal,
    });
  Object.assign(here.desk, { runPapers });
});
afterEach(() => {
  here.close();
  rmSync(out, { recursive: true, force: true });
});

const issue = (phase: 'draft' | 'amended' | 'final', deadline?: string) =>
  here.call('minutes.issue', {
    ...ref(),
    phase,
    languages: ['ar', 'en'],
    ...(deadline === undefined ? {} : { deadline }),
  });

/** The parts of a word processor file as text. */
async function partsOf(bytes: Buffer): Promise<Map<string, string>> {
  const zip = await promisify<Buffer, Options, ZipFile>(fromBuffer)(bytes, { lazyEntries: false });
  const parts = new Map<string, string>();
  const reads: Promise<void>[] = [];
  zip.on('entry', (entry) => {
    reads.push(
      promisify<Entry, Readable>(zip.openReadStream.bind(zip))(entry)
        .then(buffer)
        .then((content) => void parts.set(entry.fileName, content.toString('utf8'))),
    );
  });
  await once(zip, 'end');
  await Promise.all(reads);
  return parts;
}

async function end(jobId: string): Promise<JobStatus> {
  const job = await vi.waitUntil(
    () =>
      here.events
        .flatMap((event) => (event.type === 'job' && event.job.jobId === jobId ? [event.job] : []))
        .find(({ state }) => state !== 'running'),
    { timeout: 100_000 },
  );
  if (job.state !== 'done') throw new Error(JSON.stringify(job.error));
  return job;
}

async function files(
  minutes: string,
  formats: ('pdf' | 'docx')[],
  copy = false,
  languages: ('ar' | 'en')[] = ['en'],
) {
  const { jobId } = here.call('minutes.make', {
    dossier: here.dossier,
    minutes,
    formats,
    languages,
    copy,
  });
  const job = await end(jobId);
  return new Map(job.files.map((file) => [file.fileName, readFileSync(join(out, file.fileName))]));
}

test('[room] each phase of the minutes is kept as it was given out', () => {
  const draft = issue('draft', later(DAY_MS));
  expect(draft).toMatchObject({ phase: 'draft', order: 1, isKept: true, languages: ['ar', 'en'] });
  expect(draft.fingerprint).toHaveLength(5);
  here.pass(2 * DAY_MS);
  const final = issue('final');
  expect(final).toMatchObject({ phase: 'final', order: 2, deadline: null });
  expect(here.call('minutes.list', ref()).map(({ phase }) => phase)).toEqual(['draft', 'final']);
});

test('[room] no phase goes back, and no final phase cuts the time for amendments short', () => {
  issue('amended', later(DAY_MS));
  const wrong = (path: string) => new Refusal('input.invalid', { path });
  expect(() => issue('draft')).toThrow(wrong('phase'));
  expect(() => issue('final')).toThrow(wrong('phase'));
  expect(() => issue('amended', later(-1000))).toThrow(wrong('deadline'));
  here.pass(DAY_MS + 1000);
  expect(issue('final').phase).toBe('final');
});

test('[room] no minutes of a session that runs, and none of a caucus', () => {
  edit('session', { phase: 'open' });
  expect(() => issue('draft')).toThrow(new Refusal('minutes.not-closed'));
  edit('session', { kind: 'caucus' });
  expect(() => here.call('minutes.preview', ref())).toThrow(new Refusal('session.caucus'));
  expect(() => issue('draft')).toThrow(new Refusal('session.caucus'));
});

test('[room] minutes in which a name stands are refused, and the preview says where', () => {
  expect(here.call('minutes.preview', ref())).toMatchObject({ namesFound: [], unread: 1 });
  here.call('record.edit', {
    dossier: here.dossier,
    type: 'point',
    id: idOf('held point 2'),
    members: { body: { en: `${PLANTED[0]} said so.` } },
  });
  const { namesFound } = here.call('minutes.preview', ref());
  expect(namesFound.map(({ number }) => number)).toContain('002');
  expect(JSON.stringify(namesFound)).not.toContain(PLANTED[0]);
  expect(() => issue('draft')).toThrow(new Refusal('export.name-found', { number: '002', field: 'text' }));
});

test('[room] amendments are taken until the deadline, and stand in the next phase', () => {
  const draft = issue('draft', later(DAY_MS));
  const amend = (minutes: string) =>
    here.call('minutes.amend', {
      dossier: here.dossier,
      minutes,
      constituency: 'E',
      body: { en: 'Point 3 should say: over three years.' },
    });
  amend(draft.id);
  expect(here.call('minutes.preview', ref()).counts.amendment).toBe(1);
  here.pass(DAY_MS + 1);
  expect(() => amend(draft.id)).toThrow(new Refusal('minutes.past-deadline'));
  const final = issue('final');
  expect(() => amend(final.id)).toThrow(new Refusal('minutes.past-deadline'));
});

test('[room] all three receive the same copy, and its fingerprint is that of its dialogue.json', async () => {
  const draft = issue('draft');
  const made = await files(draft.id, [], true);
  const [name = ''] = made.keys();
  const zip = await readZip(join(out, name));
  if (!zip.ok) throw new Error(zip.error.code);
  const dialogue = [...zip.value].find(([path]) => path.endsWith('/data/dialogue.json'))?.[1];
  expect(dialogue && readAloud(sha256(dialogue))).toEqual(draft.fingerprint);
  for (const constituency of CONSTITUENCIES)
    here.call('minutes.handed', {
      dossier: here.dossier,
      minutes: draft.id,
      constituency,
      how: constituency === 'W' ? 'paper' : 'stick',
    });
  expect(here.call('minutes.list', ref())[0]?.received).toEqual({ G: 'stick', E: 'stick', W: 'paper' });
}, 120_000);

test('[room] a phase made into PDF twice is the same bytes, whatever the dossier has become', async () => {
  const draft = issue('draft');
  const [first] = (await files(draft.id, ['pdf'])).values();
  edit('dossier', { start: '2025-01-02' });
  const [second] = (await files(draft.id, ['pdf'])).values();
  expect(first && second && Buffer.compare(first, second)).toBe(0);
}, 120_000);

test('[room] DOCX: one script a run, Arabic from right to left, and no name in any part of it', async () => {
  const draft = issue('draft');
  const made = await files(draft.id, ['docx'], false, ['ar', 'en']);
  expect(made.size).toBe(2);
  for (const [name, bytes] of made) {
    const parts = await partsOf(bytes);
    for (const [path, text] of parts)
      for (const planted of PLANTED) expect(text, `${name} ${path}`).not.toContain(planted);
    const headers = [...parts].filter(([path]) => /word\/header\d/.test(path));
    expect(headers).toHaveLength(2);
    const text = parts.get('word/document.xml') ?? '';
    const isArabic = name.includes('-ar.');
    for (const [, header] of headers)
      expect(header.replace(/<[^>]+>/g, '')).toContain(isArabic ? 'غير متفق عليها' : 'DRAFT – not agreed');
    expect(parts.get('docProps/core.xml')).toContain('<dc:creator>Hiwar</dc:creator>');
    expect(text.replace(/<[^>]+>/g, '')).toContain(isArabic ? 'نتحفظ على تمويل' : 'We reserve on financing');
    expect(text).not.toMatch(/[\u2066-\u2069]/);
    for (const [, run = ''] of text.matchAll(/<w:r>(.*?)<\/w:r>/g)) {
      const words = run.replace(/<[^>]+>/g, '');
      if (run.includes('<w:rtl/>')) expect(words).not.toMatch(/[A-Za-z]/);
      else expect(words).not.toMatch(/[\u0600-\u06ff]/);
    }
    const tables = text.match(/<w:tbl>/g)?.length ?? 0;
    expect(text.match(/<w:bidiVisual\/>/g)?.length ?? 0).toBe(isArabic ? tables : 0);
  }
}, 60_000);

test('[room] sheets name nobody, tell nothing of the facilitator, and are the same bytes made twice', async () => {
  const make = async (): Promise<Buffer> => {
    const { jobId } = here.call('papers.make', {
      ...ref(),
      sheets: ['set'],
      languages: ['ar'],
      clause: HELD.agreed,
    });
    const job = await end(jobId);
    expect(job.files.map(({ fileName }) => fileName)).toEqual([
      `hiwar-QRW-sheets-${HELD.session.slice(0, 8)}-ar.pdf`,
    ]);
    return readFileSync(join(out, job.files[0]?.fileName ?? ''));
  };
  const asked: unknown[] = [];
  const { runPapers } = here.desk;
  Object.assign(here.desk, {
    runPapers: ((job, ...rest) => {
      asked.push(job.papers);
      return runPapers(job, ...rest);
    }) satisfies Desk['runPapers'],
  });
  expect(Buffer.compare(await make(), await make())).toBe(0);
  const told = JSON.stringify(asked);
  for (const hidden of [...PLANTED, 'Note of the facilitator', 'A confidential statement'])
    expect(told).not.toContain(hidden);
}, 120_000);
