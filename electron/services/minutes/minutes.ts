/** The minutes of a session: looked at, given out in phases, made into files, amended, handed over. */
import { randomUUID } from 'node:crypto';
import { composedById, listRecords } from '../../../db/queries/record-view.ts';
import { snapshotOf } from '../../../db/queries/snapshot.ts';
import type { Db } from '../../../db/statements.ts';
import type { MinutesPreview, MinutesRow, Parsed } from '../../../shared/contract/index.ts';
import { CONSTITUENCIES } from '../../../shared/domain/codes.ts';
import type { EditionContent } from '../../../shared/domain/content.ts';
import { readAloud } from '../../../shared/domain/fingerprint.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import { isLang } from '../../../shared/domain/languages.ts';
import type { MinutesContent, MinutesPhase } from '../../../shared/domain/minutes/content.ts';
import { minutesOf } from '../../../shared/domain/minutes/minutes-of.ts';
import { findName, type NamePlace } from '../../../shared/domain/names.ts';
import type { Minutes, Session } from '../../../shared/domain/records/index.ts';
import { Refusal } from '../../../shared/errors.ts';
import { prettyJson, sha256, utf8 } from '../../exports/bytes.ts';
import type { PapersRequest } from '../../exports/papers/request.ts';
import { contentOf, namesIn } from '../content.ts';
import { type Desk, dossierOf, verified, writable, writeStep } from '../desk.ts';
import { languagesWithText, startJob } from '../exports.ts';
import { levelOf } from '../floor/index.ts';
import { draftOfCreate } from '../records.ts';
import { isKept, keep, kept } from './kept.ts';

const PHASE_ORDER: readonly MinutesPhase[] = ['draft', 'amended', 'final'];

/** Refuses with `record.missing` where there is none, with `session.caucus` where nothing of it may leave it. */
export function sessionToMinute(db: Db, id: string): Session {
  const session = composedById(db, 'session', id).record as Session;
  if (session.kind === 'caucus') throw new Refusal('session.caucus');
  return session;
}

export const minutesOfSession = (db: Db, session: string): Minutes[] =>
  listRecords(db, 'minutes', { of: { field: 'session', id: session } })
    .map(({ record }) => record as Minutes)
    .sort((a, b) => (a.order ?? 0) - (b.order ?? 0) || (a.id < b.id ? -1 : 1));

function rowOf(db: Db, minutes: Minutes): MinutesRow {
  const received: { [C in (typeof CONSTITUENCIES)[number]]?: 'stick' | 'paper' } = {};
  for (const constituency of CONSTITUENCIES) {
    const how = minutes.received?.[constituency];
    if (how) received[constituency] = how;
  }
  return {
    id: minutes.id,
    phase: minutes.phase ?? 'draft',
    order: minutes.order ?? 1,
    issuedAt: minutes.issuedAt ?? '',
    deadline: minutes.deadline ?? null,
    languages: (minutes.languages ?? []).filter(isLang),
    fingerprint: minutes.fingerprint ? readAloud(minutes.fingerprint) : [],
    received,
    isKept: isKept(db, minutes.content) && isKept(db, minutes.copy),
  };
}

export function listMinutes(desk: Desk, input: Parsed<'minutes.list'>): MinutesRow[] {
  const { db } = dossierOf(desk, input.dossier);
  return minutesOfSession(db, input.session).map((minutes) => rowOf(db, minutes));
}

interface Made {
  readonly content: MinutesContent;
  readonly copy: EditionContent;
}

/** Minutes of the dossier as it stands now, and the restricted copy of the same state. */
function make(
  desk: Desk,
  dossier: string,
  session: string,
  request: { phase: MinutesPhase; order: number; deadline: string | null },
): Made {
  const { db } = dossierOf(desk, dossier);
  const copy = contentOf(db, 'restricted');
  const content = minutesOf(snapshotOf(db), session, copy, {
    level: levelOf(desk, dossier, session),
    ...request,
    issuedAt: new Date(desk.now()).toISOString(),
    fingerprint: sha256(utf8(prettyJson(copy))),
  });
  return { content, copy };
}

/** Every part of the minutes in which a name of the dossier stands, and the first place of the copy. */
function namesFound(db: Db, { content, copy }: Made): NamePlace[] {
  const names = namesIn(db);
  const find = (part: unknown): NamePlace[] => {
    const found = findName(part as EditionContent, names);
    return found ? [found] : [];
  };
  const { record, ...rest } = content;
  const all = [...record.flatMap((group) => group.points.flatMap(find)), ...find(rest), ...find(copy)];
  return [...new Map(all.map((place) => [`${place.number} ${place.field}`, place])).values()];
}

export function previewMinutes(desk: Desk, input: Parsed<'minutes.preview'>): MinutesPreview {
  const { db } = dossierOf(desk, input.dossier);
  sessionToMinute(db, input.session);
  const made = make(desk, input.dossier, input.session, { phase: 'draft', order: 1, deadline: null });
  const { content } = made;
  return {
    counts: {
      presence: content.presence.reduce((sum, each) => sum + each.titular + each.alternate + each.adviser, 0),
      agendaItem: content.agenda.length,
      point: content.record.reduce((sum, group) => sum + group.points.length, 0),
      decision: content.decisions.length,
      undecided: content.undecided.length + content.heardWithoutQuorum.length,
      action: content.actions.length,
      amendment: content.amendments.length,
    },
    leftOut: content.leftOut,
    unread: content.notPut.length,
    namesFound: namesFound(db, made),
    fingerprint: readAloud(content.fingerprint),
  };
}

/**
 * Gives out one phase and keeps it. Refuses with `minutes.not-closed` while the session runs, with
 * `export.name-found` while a name stands in a text, and with `input.invalid` where a phase would go back, a
 * deadline lies behind, or the final phase would cut a deadline short.
 */
export function issueMinutes(desk: Desk, input: Parsed<'minutes.issue'>): MinutesRow {
  const opened = verified(writable(desk, input.dossier));
  const session = sessionToMinute(opened.db, input.session);
  if (session.phase !== 'closed') throw new Refusal('minutes.not-closed');
  const earlier = minutesOfSession(opened.db, input.session);
  const last = earlier.at(-1);
  const now = desk.now();
  const goesBack =
    last !== undefined && PHASE_ORDER.indexOf(input.phase) < PHASE_ORDER.indexOf(last.phase ?? 'draft');
  const isEarly = input.phase === 'final' && last?.deadline !== undefined && Date.parse(last.deadline) > now;
  if (goesBack || isEarly) throw new Refusal('input.invalid', { path: 'phase' });
  if (input.deadline !== undefined && (input.phase === 'final' || Date.parse(input.deadline) <= now))
    throw new Refusal('input.invalid', { path: 'deadline' });
  const order = (last?.order ?? 0) + 1;
  const made = make(desk, input.dossier, input.session, {
    phase: input.phase,
    order,
    deadline: input.deadline ?? null,
  });
  const languages = languagesWithText(made.copy, input.languages);
  if (languages.length === 0) throw new Refusal('export.no-language');
  const [found] = namesFound(opened.db, made);
  if (found) throw new Refusal('export.name-found', { number: found.number, field: found.field });

  const [content, copy] = [keep(made.content), keep(made.copy)];
  const id = randomUUID() as RecordId;
  writeStep(
    desk,
    opened,
    'issue',
    [
      content.draft,
      copy.draft,
      {
        recordType: 'minutes',
        recordId: id,
        set: {
          session: input.session,
          phase: input.phase,
          order,
          issuedAt: made.content.issuedAt,
          ...(input.deadline === undefined ? {} : { deadline: input.deadline }),
          ...Object.fromEntries(languages.map((lang) => [`languages:${lang}`, true])),
          fingerprint: made.content.fingerprint,
          content: content.id,
          copy: copy.id,
        },
        intent: 'create',
      },
    ],
    {
      quiet: true,
      also: () => {
        content.store(opened.db);
        copy.store(opened.db);
      },
    },
  );
  return rowOf(opened.db, composedById(opened.db, 'minutes', id).record as Minutes);
}

/** Starts the files of one phase, from what was kept of it: the same PDF whenever it is made. */
export function makeMinutes(desk: Desk, input: Parsed<'minutes.make'>): { jobId: string } {
  const { db } = verified(dossierOf(desk, input.dossier));
  const minutes = composedById(db, 'minutes', input.minutes).record as Minutes;
  const content = kept<MinutesContent>(db, minutes.content);
  const copy = kept<EditionContent>(db, minutes.copy);
  if (!content || !copy) throw new Refusal('file.missing');
  // What came by a merge is what its fingerprint says, or is not given out.
  if (sha256(utf8(prettyJson(copy))) !== minutes.fingerprint || content.fingerprint !== minutes.fingerprint)
    throw new Refusal('package.checksum');
  const languages = languagesWithText(copy, input.languages);
  if (languages.length === 0) throw new Refusal('export.no-language');
  if (input.formats.length === 0 && !input.copy) throw new Refusal('input.invalid', { path: 'formats' });
  const papers: PapersRequest = {
    kind: 'minutes',
    content,
    copy,
    formats: input.formats,
    languages,
    withCopy: input.copy,
  };
  return startJob(desk, input.dossier, 'papers', (folders, onProgress, signal) =>
    desk.runPapers({ papers, ...folders }, onProgress, signal),
  );
}

/** An amendment is a constituency's own act, in writing. Refused with `minutes.past-deadline` when it comes late. */
export function amendMinutes(desk: Desk, input: Parsed<'minutes.amend'>): { comment: string } {
  const opened = writable(desk, input.dossier);
  const minutes = composedById(opened.db, 'minutes', input.minutes).record as Minutes;
  const now = desk.now();
  if (minutes.phase === 'final' || minutes.deadline === undefined || Date.parse(minutes.deadline) < now)
    throw new Refusal('minutes.past-deadline');
  const comment = randomUUID() as RecordId;
  writeStep(desk, opened, 'create', [
    draftOfCreate(opened, 'comment', comment, {
      target: input.minutes,
      constituency: input.constituency,
      body: input.body,
      date: new Date(now).toISOString().slice(0, 10),
      confidentiality: 'secretariat',
    }),
  ]);
  return { comment };
}

/** Notes that a constituency has its copy, on a stick or on paper. */
export function handMinutes(desk: Desk, input: Parsed<'minutes.handed'>): MinutesRow {
  const opened = writable(desk, input.dossier);
  composedById(opened.db, 'minutes', input.minutes);
  writeStep(
    desk,
    opened,
    'edit',
    [
      {
        recordType: 'minutes',
        recordId: input.minutes as RecordId,
        set: { [`received.${input.constituency}`]: input.how },
        intent: 'edit',
      },
    ],
    { quiet: true },
  );
  return rowOf(opened.db, composedById(opened.db, 'minutes', input.minutes).record as Minutes);
}
