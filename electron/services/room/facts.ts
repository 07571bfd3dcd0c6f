/** What is known of a session that the room may be shown something of. `roomView` decides what it sees of it. */

import { requireMeta } from '../../../db/meta.ts';
import { decisionRule } from '../../../db/projections/deficit.ts';
import {
  composedById,
  getRecordView,
  listRecords,
  outcomeOfRecord,
} from '../../../db/queries/record-view.ts';
import type { FloorState, ReadBackState } from '../../../shared/contract/index.ts';
import type { Texts } from '../../../shared/domain/fields.ts';
import { LANGS, type Lang } from '../../../shared/domain/languages.ts';
import type {
  AgendaItem,
  Clause,
  Dossier,
  Organization,
  ReadBack,
  Session,
} from '../../../shared/domain/records/index.ts';
import type { ClauseFacts, RoomFacts } from '../../../shared/domain/room-view.ts';
import { isRefusal } from '../../../shared/errors.ts';
import { type Desk, dossierOf, type OpenedDossier } from '../desk.ts';
import { levelOfSpeaker, stateOf } from '../floor/index.ts';
import { openReadBack, stateOfReadBack } from '../read-back/state.ts';

export const dossierRecord = (opened: OpenedDossier): Dossier =>
  composedById(opened.db, 'dossier', requireMeta(opened.db, 'dossier')).record as unknown as Dossier;

/** Two languages of the dialogue, the first of them above; Arabic where it has said none. */
export function usualLanguages(opened: OpenedDossier): Lang[] {
  const spoken = dossierRecord(opened).languages ?? [];
  const pair = LANGS.filter((lang) => spoken.includes(lang)).slice(0, 2);
  return pair.length > 0 ? pair : ['ar'];
}

/** The text of a clause as it stands: kept from the push on, so that what the room reads does not move. */
export function bodyNow(opened: OpenedDossier, clause: string): Texts {
  return (composedById(opened.db, 'clause', clause).record as unknown as Clause).body ?? {};
}

export function factsOf(
  desk: Desk,
  dossier: string,
  session: string,
  languages: readonly Lang[],
  clause: { readonly id: string; readonly body: Texts } | null,
): RoomFacts {
  const opened = dossierOf(desk, dossier);
  const { title } = composedById(opened.db, 'session', session).record as unknown as Session;
  const floor = floorOf(desk, dossier, session);
  const items = listRecords(opened.db, 'agendaItem', { of: { field: 'session', id: session } });
  return {
    level: levelOfSpeaker(desk, dossier, session),
    balanceShown: dossierRecord(opened).balanceShown === true,
    languages,
    title: title ?? {},
    items: items.map(({ record }) => {
      const item = record as unknown as AgendaItem;
      return {
        id: item.id,
        title: item.title ?? {},
        kind: item.kind ?? ('item' as const),
        minutes: item.minutes ?? 0,
      };
    }),
    floor,
    organization: organizationOf(opened, floor?.speaking?.organization ?? null, languages),
    clause: clause && clauseFacts(desk, dossier, session, clause),
    decisions: decisionsOf(opened, session),
  };
}

/** A session that was not opened has no floor, and an agenda all the same. */
function floorOf(desk: Desk, dossier: string, session: string): FloorState | null {
  try {
    return stateOf(desk, dossier, session);
  } catch (thrown) {
    if (isRefusal(thrown)) return null;
    throw thrown;
  }
}

/** The floor knows an organization by its short name; the room reads the whole one. */
function organizationOf(
  opened: OpenedDossier,
  short: string | null,
  languages: readonly Lang[],
): Texts | null {
  if (short === null) return null;
  const known = listRecords(opened.db, 'organization')
    .map(({ record }) => record as unknown as Organization)
    .find(({ acronym, name }) => (acronym ?? Object.values(name ?? {})[0]?.text) === short);
  return known?.name ?? { [languages[0] ?? 'ar']: { text: short, status: 'original' } };
}

function clauseFacts(
  desk: Desk,
  dossier: string,
  session: string,
  { id, body }: { readonly id: string; readonly body: Texts },
): ClauseFacts {
  const opened = dossierOf(desk, dossier);
  const composed = composedById(opened.db, 'clause', id);
  const clause = composed.record as unknown as Clause;
  const open = openReadBack(opened, session);
  const reading: ReadBackState | null = open?.clause === id ? stateOfReadBack(desk, dossier, open) : null;
  const isConfirmed = readBacksOf(opened, session).some(
    (each) => each.clause === id && each.ruling === 'confirmed',
  );
  return {
    number: clause.number ?? '',
    body,
    confidentiality: clause.confidentiality,
    isContested: composed.conflicts.some((field) => field.startsWith('body.')),
    positions: reading
      ? Object.fromEntries(
          Object.keys(reading.answered).map((seat) => [seat, clause.position?.[seat as 'G' | 'E' | 'W']]),
        )
      : (clause.position ?? {}),
    asked: reading?.asked ?? null,
    // Before the chair has ruled there is no decision to show, whatever the answers amount to.
    outcome: !reading && isConfirmed ? outcomeOfRecord(composed, decisionRule(opened.db)) : null,
  };
}

const readBacksOf = (opened: OpenedDossier, session: string): ReadBack[] =>
  listRecords(opened.db, 'readBack', { of: { field: 'session', id: session } }).map(
    ({ record }) => record as unknown as ReadBack,
  );

/** What was confirmed in this session and still stands as it was read. */
function decisionsOf(opened: OpenedDossier, session: string): ClauseFacts[] {
  const confirmed = readBacksOf(opened, session).filter((each) => each.ruling === 'confirmed' && each.clause);
  return [...new Set(confirmed.map((each) => each.clause as string))].flatMap((id) => {
    const view = getRecordView(opened.db, 'clause', id);
    const clause = view.record as Clause;
    const read = confirmed.findLast((each) => each.clause === id);
    if (view.withdrawn || (read?.judged ?? []).join() !== view.judged.join()) return [];
    return [
      {
        number: clause.number ?? '',
        body: clause.body ?? {},
        confidentiality: clause.confidentiality,
        isContested: view.conflicts.length > 0,
        positions: clause.position ?? {},
        asked: null,
        outcome: view.outcome,
      },
    ];
  });
}
