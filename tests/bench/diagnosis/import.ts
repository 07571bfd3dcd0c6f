/**
 * Importing a table of 10,000 rows, against the ledger alone with the same records ready made.
 *
 * Raw is `append` of 10,000 prepared drafts in one group and one transaction. Ours is what a person waits for: the file
 * read and mapped, every row checked with its codes and its doubles looked for, and all of it written as one step in
 * slices between which other calls are let in. Both write into a dossier of their own that begins alike.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Acting, append, type Draft } from '../../../db/ledger/append.ts';
import { inLedger } from '../../../db/ledger/transaction.ts';
import { createDossierFile, type OpenDossier } from '../../../db/open.ts';
import { recordTransfer } from '../../../electron/data-thread/transfers.ts';
import { toCsv } from '../../../electron/exports/csv.ts';
import type { Desk, OpenedDossier } from '../../../electron/services/desk.ts';
import { createHandlers } from '../../../electron/services/index.ts';
import type { Handlers, ImportCheck, ImportInspection } from '../../../shared/contract/index.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import { isCode } from '../../../shared/reference/index.ts';
import { deficitDraft, type Random, randomFrom, uuidFrom } from '../../fixtures/large.ts';
import { type Figure, median } from '../figure.ts';
import { scratchFolder } from '../scratch.ts';

const ROWS = 10_000;
const TURNS = 3;

interface Place {
  readonly opened: OpenDossier;
  readonly acting: Acting;
  readonly dossier: RecordId;
}

function newDossier(name: string, random: Random): Place {
  const dossier = uuidFrom(random);
  const acting: Acting = {
    author: uuidFrom(random),
    device: uuidFrom(random),
    now: () => Date.UTC(2026, 0, 15, 9),
  };
  const opened = createDossierFile(join(scratchFolder(), `${name}.hiwar`), {
    dossier,
    device: acting.device,
  });
  const title: Draft = {
    recordType: 'dossier',
    recordId: dossier,
    set: { 'title.en': { text: 'Bench', status: 'original' } },
    intent: 'create',
  };
  inLedger(opened.db, () => append(opened.db, acting, [title]));
  return { opened, acting, dossier };
}

/** The rows as drafts, with exactly the fields the table below has. */
function draftsOf(random: Random): Draft[] {
  return Array.from({ length: ROWS }, (_, n) => {
    const draft = deficitDraft(random, n + 1);
    return { ...draft, set: { ...draft.set, captured: 'import' } };
  });
}

const HEADER = [
  'Title (ar)',
  'Title (en)',
  'Statement (ar)',
  'Statement (en)',
  'Area',
  'Severity G',
  'Severity E',
  'Severity W',
  'Evidence strength',
  'Confidentiality',
  'Affected groups',
  'Instruments',
  'SDG targets',
];

function rowOf({ set }: Draft): string[] {
  const text = (field: string): string => (set[field] as { text: string }).text;
  const codes = (name: string): string =>
    Object.keys(set)
      .filter((field) => field.startsWith(`${name}:`))
      .map((field) => field.slice(name.length + 1))
      .join('; ');
  return [
    text('title.ar'),
    text('title.en'),
    text('statement.ar'),
    text('statement.en'),
    String(set.area),
    String(set['severity.G']),
    String(set['severity.E']),
    String(set['severity.W']),
    String(set.evidenceStrength),
    String(set.confidentiality),
    codes('affectedGroups'),
    codes('instruments'),
    codes('sdgTargets'),
  ];
}

/** The fixture makes up some of its codes; a table that names them would be refused. */
function withRealCodes(draft: Draft): Draft {
  const isReal = (field: string): boolean =>
    field !== 'subTopic' &&
    (!field.startsWith('affectedGroups:') ||
      isCode('affected-groups', field.slice('affectedGroups:'.length)));
  return { ...draft, set: Object.fromEntries(Object.entries(draft.set).filter(([field]) => isReal(field))) };
}

async function imported(place: Place, csv: string): Promise<number> {
  const transferFolder = join(scratchFolder(), 'transfers');
  mkdirSync(transferFolder, { recursive: true });
  const path = join(transferFolder, 'table.csv');
  writeFileSync(path, csv);
  const { dossier } = place;
  const held: Pick<OpenedDossier, 'undo' | 'redo' | 'introduce'> = { undo: [], redo: [], introduce: null };
  const opened = { ...place.opened, ...held, id: dossier, acting: place.acting } as unknown as OpenedDossier;
  const desk = {
    open: new Map([[dossier, opened]]),
    transferFolder,
    outFolder: scratchFolder(),
    emit: () => undefined,
  } as unknown as Desk;
  const handlers: Handlers = createHandlers(desk);
  const uploadId = recordTransfer(transferFolder, {
    path,
    fileName: 'table.csv',
    mediaType: 'text/csv',
    temporary: true,
  });
  const from = performance.now();
  const seen = (await handlers['import.inspect']({ dossier, uploadId })) as ImportInspection;
  const checked = (await handlers['import.check']({
    dossier,
    uploadId,
    headerRow: seen.headerRow,
    kind: seen.kind,
    columns: seen.columns.map(({ target, lang }) => ({ target, lang })),
    lang: seen.lang,
  })) as ImportCheck;
  const { jobId } = (await handlers['import.start']({
    dossier,
    checkId: checked.checkId,
    duplicates: 'import',
    except: [],
    withoutHeld: false,
  })) as { jobId: string };
  for (;;) {
    const status = await handlers['export.status']({ jobId });
    if (status.state === 'done' && status.total === ROWS) return performance.now() - from;
    if (status.state !== 'running')
      throw new Error(`${status.state}, ${status.total} rows: ${JSON.stringify(checked.byCode)}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function importRows(): Promise<number> {
  const random = randomFrom(20_260_115);
  const drafts = draftsOf(random).map(withRealCodes);
  const csv = toCsv(HEADER, drafts.map(rowOf));
  const ours: number[] = [];
  const raw: number[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    const place = newDossier(`import-${turn}`, random);
    ours.push(await imported(place, csv));
    place.opened.close();
    const bare = newDossier(`raw-${turn}`, random);
    const from = performance.now();
    inLedger(bare.opened.db, () => append(bare.opened.db, bare.acting, drafts));
    raw.push(performance.now() - from);
    bare.opened.close();
  }
  return median(ours) / median(raw);
}

export const figures: readonly Figure[] = [
  {
    name: 'import of 10,000 rows / raw appends of the same rows',
    target: { atMost: 3 },
    unit: 'x',
    measure: importRows,
  },
];
