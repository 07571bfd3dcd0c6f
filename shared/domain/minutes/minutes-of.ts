/** The minutes of one session: a pure function of the dossier as it stands. */
import { type Attribution, CONSTITUENCIES, SEATS, type Seat } from '../codes.ts';
import type { ContentClause, EditionContent } from '../content.ts';
import type { Texts } from '../fields.ts';
import { holds, LEVELS, type Levelled } from '../levels.ts';
import { isAgreed } from '../position.ts';
import type { Composed, DossierSnapshot } from '../snapshot.ts';
import type {
  MinutesContent,
  MinutesPhase,
  MinutesPoint,
  MinutesPresence,
  ReadBackEntry,
} from './content.ts';

export interface MinutesRequest {
  /** The effective level of the session: the strictest that anyone set. */
  readonly level: Attribution;
  readonly phase: MinutesPhase;
  readonly order: number;
  readonly issuedAt: string;
  readonly deadline: string | null;
  readonly fingerprint: string;
}

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const NOUGHT: Texts = {};

const levelOf = (record: { confidentiality?: Levelled['confidentiality']; released?: string }): Levelled => ({
  confidentiality: record.confidentiality ?? 'participants',
  released: record.released ?? null,
});

/** Rounded down to the hour or the minute as the room's clock showed it. */
function rounded(instant: string, step: number, utcOffset: number): string {
  const local = Date.parse(instant) + utcOffset * MINUTE_MS;
  return new Date(Math.floor(local / step) * step - utcOffset * MINUTE_MS).toISOString();
}

function presenceOf(
  all: readonly Composed<'presence'>[],
  level: Attribution,
  utcOffset: number,
): MinutesPresence[] {
  const step = level === 'named' || level === 'organization' ? MINUTE_MS : HOUR_MS;
  return SEATS.flatMap((seat) => {
    const here = all.filter((each) => each.seat === seat);
    if (here.length === 0) return [];
    const count = (standing: string): number => here.filter((each) => each.standing === standing).length;
    const moves = new Map<string, { in: number; out: number }>();
    const move = (at: string | undefined, way: 'in' | 'out'): void => {
      if (at === undefined) return;
      const mark = rounded(at, step, utcOffset);
      const known = moves.get(mark) ?? { in: 0, out: 0 };
      moves.set(mark, { ...known, [way]: known[way] + 1 });
    };
    for (const each of here) {
      move(each.arrivedAt, 'in');
      move(each.leftAt, 'out');
    }
    return [
      {
        seat,
        titular: count('titular'),
        alternate: count('alternate'),
        adviser: count('adviser'),
        steppedIn: here.filter((each) => each.standing === 'alternate' && each.counts).length,
        moves: [...moves]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([at, { in: came, out }]) => ({ at, in: came, out })),
      },
    ];
  });
}

/** Organizations that stood beside a position are told only where the level of the session allows them too. */
function clauseAt(clause: ContentClause, level: Attribution): ContentClause {
  if (level === 'named' || level === 'organization') return clause;
  const { positions } = clause;
  const one = (constituency: 'G' | 'E' | 'W') => ({
    ...positions[constituency],
    organizations: positions[constituency].organizations.map((stance) => ({ ...stance, organization: null })),
  });
  return { ...clause, positions: { G: one('G'), E: one('E'), W: one('W') } };
}

/** What was read is what stands: agreed, nothing changed since, nothing recorded in two ways. */
const stands = (clause: ContentClause): boolean =>
  isAgreed(clause.outcome) &&
  clause.inConflict.length === 0 &&
  CONSTITUENCIES.every(
    (c) => !clause.positions[c].changedSince && clause.positions[c].contested.length === 0,
  );

const byNumber = (a: { number?: string; id: string }, b: { number?: string; id: string }): number =>
  (a.number ?? '').localeCompare(b.number ?? '', 'en', { numeric: true }) || (a.id < b.id ? -1 : 1);

/**
 * `edition` is the restricted edition of the same snapshot: what it does not hold, no minutes print. Throws where
 * the session is not there; that is a bug, since callers have found it before.
 */
export function minutesOf(
  snapshot: DossierSnapshot,
  sessionId: string,
  edition: EditionContent,
  request: MinutesRequest,
): MinutesContent {
  if (edition.edition !== 'restricted') throw new Error('minutes are made of the restricted edition');
  const { records } = snapshot;
  const session = records.session.find((each) => each.id === sessionId);
  if (!session) throw new Error('no such session');
  const { level } = request;
  const [dossier] = records.dossier;
  const utcOffset = session.utcOffset ?? 0;
  const here = <T extends { session?: string }>(all: readonly T[]): T[] =>
    all.filter((each) => each.session === sessionId);
  const leftOut: { [type: string]: number } = {};
  const leave = (type: string): void => {
    leftOut[type] = (leftOut[type] ?? 0) + 1;
  };

  const agenda = here(records.agendaItem).sort(
    (a, b) => (a.order ?? 0) - (b.order ?? 0) || (a.id < b.id ? -1 : 1),
  );
  const deficitNumbers = new Map(edition.deficits.map((each) => [each.id, each.number]));
  const clauses = new Map(
    [
      ...edition.clauses,
      ...edition.deficits.flatMap((each) => each.clauses),
      ...edition.strategies.flatMap((each) => each.clauses),
    ].map((clause) => [clause.id, clause]),
  );

  const points = here(records.point)
    .filter((point) => {
      const isHeld = holds('restricted', levelOf(point));
      if (!isHeld) leave('point');
      return isHeld;
    })
    .sort((a, b) => (a.at ?? '').localeCompare(b.at ?? '') || byNumber(a, b));
  const pointOf = (point: Composed<'point'>): MinutesPoint => {
    const { attribution } = LEVELS[levelOf(point).confidentiality];
    const mayName = (level === 'named' || level === 'organization') && attribution === 'named';
    const seat: Seat | null = level === 'none' || attribution === 'none' ? null : (point.seat ?? null);
    return {
      number: point.number ?? '',
      kind: point.kind ?? 'point',
      at: level === 'none' || attribution === 'none' ? null : (point.at ?? null),
      seat,
      organization: mayName && seat !== null ? (point.organization ?? null) : null,
      body: point.body ?? NOUGHT,
      spoken: point.spoken ?? null,
      interpreted: point.interpreted === true,
      deficit: deficitNumbers.get(point.deficit ?? '') ?? null,
      clause: clauses.get(point.clause ?? '')?.number ?? null,
    };
  };
  const known = new Set<string>(agenda.map((item) => item.id));
  const record = [...agenda.map((item) => item.id as string), null].flatMap((item) => {
    const inItem = points.filter((point) =>
      item === null ? !known.has(point.item ?? '') : point.item === item,
    );
    return inItem.length > 0 ? [{ item, points: inItem.map(pointOf) }] : [];
  });

  // A clause is printed once, with its last read-back: earlier ones gave way to it.
  const last = new Map<string, Composed<'readBack'>>();
  for (const readBack of here(records.readBack).sort(
    (a, b) => (a.startedAt ?? '').localeCompare(b.startedAt ?? '') || (a.id < b.id ? -1 : 1),
  ))
    if (readBack.clause && readBack.quorum && readBack.endedAt) {
      last.delete(readBack.clause);
      last.set(readBack.clause, readBack);
    }
  const decisions: ReadBackEntry[] = [];
  const undecided: ReadBackEntry[] = [];
  const heardWithoutQuorum: ReadBackEntry[] = [];
  for (const [clauseId, readBack] of last) {
    const clause = clauses.get(clauseId);
    if (!clause || !readBack.quorum) {
      leave('clause');
      continue;
    }
    const entry: ReadBackEntry = {
      clause: clauseAt(clause, level),
      quorum: readBack.quorum,
      ruling: readBack.ruling ?? null,
      answered: readBack.answered ?? {},
      onPaper: readBack.onPaper === true,
    };
    if (!entry.quorum.met) heardWithoutQuorum.push(entry);
    else if (entry.ruling === 'confirmed' && stands(clause)) decisions.push(entry);
    else undecided.push(entry);
  }
  // Positions in conflict, and answers that nobody ruled on, leave these minutes open.
  const isOpen = [...undecided, ...heardWithoutQuorum].some(
    (entry) =>
      entry.ruling === null ||
      entry.clause.inConflict.length > 0 ||
      (entry.ruling === 'confirmed' && !stands(entry.clause)),
  );

  const ofSession = new Set<string>(here(records.minutes).map((each) => each.id));
  const amendments = records.comment
    .filter((comment) => ofSession.has(comment.target ?? ''))
    .filter((comment) => {
      const isHeld = holds('restricted', levelOf(comment));
      if (!isHeld) leave('comment');
      return isHeld;
    })
    .sort((a, b) => (a.date ?? '').localeCompare(b.date ?? '') || (a.id < b.id ? -1 : 1));

  const presence = here(records.presence);
  const organizations =
    level === 'named'
      ? [
          ...new Map(
            presence.flatMap(({ seat, organization }) =>
              seat && organization ? [[`${seat} ${organization}`, { seat, organization }] as const] : [],
            ),
          ).values(),
        ].sort(
          (a, b) =>
            SEATS.indexOf(a.seat) - SEATS.indexOf(b.seat) || (a.organization < b.organization ? -1 : 1),
        )
      : [];

  return {
    format: 'hiwar-minutes',
    formatVersion: 1,
    edition: 'restricted',
    phase: request.phase,
    draft: request.phase !== 'final' || isOpen,
    order: request.order,
    issuedAt: request.issuedAt,
    deadline: request.deadline,
    asOf: edition.asOf,
    versionId: snapshot.versionId,
    fingerprint: request.fingerprint,
    illustrative: edition.illustrative,
    session: {
      id: session.id,
      title: session.title ?? NOUGHT,
      place: session.place ?? NOUGHT,
      kind: session.kind ?? 'plenary',
      chair: session.chair ?? NOUGHT,
      start: session.start ?? null,
      end: session.end ?? null,
      level,
      openedAt: session.openedAt ?? null,
      closedAt: session.closedAt ?? null,
      utcOffset,
    },
    presence: presenceOf(presence, level, utcOffset),
    organizations,
    openingQuorum: session.openingQuorum ?? null,
    quorum: session.closing?.quorum ?? null,
    agenda: agenda.map((item) => ({
      id: item.id,
      kind: item.kind ?? 'item',
      title: item.title ?? NOUGHT,
      minutes: item.minutes ?? 0,
      spentMs: item.spentMs ?? null,
    })),
    record,
    decisions,
    undecided,
    heardWithoutQuorum,
    notPut: points
      .filter((point) => point.kind === 'proposed-conclusion' && !last.has(point.clause ?? ''))
      .map((point) => ({ number: point.number ?? '', body: point.body ?? NOUGHT })),
    actions: points
      .filter((point) => point.kind === 'action')
      .map((point) => ({
        number: point.number ?? '',
        body: point.body ?? NOUGHT,
        responsible: point.responsible ?? NOUGHT,
        due: point.due ?? null,
      })),
    balance: session.closing ?? null,
    targets: {
      G: dossier?.speakingShare?.G ?? null,
      E: dossier?.speakingShare?.E ?? null,
      W: dossier?.speakingShare?.W ?? null,
    },
    absences: edition.absences,
    amendments: amendments.map((comment) => ({
      constituency:
        LEVELS[levelOf(comment).confidentiality].attribution === 'none'
          ? null
          : (comment.constituency ?? null),
      body: comment.body ?? NOUGHT,
      date: comment.date ?? null,
    })),
    leftOut,
  };
}
