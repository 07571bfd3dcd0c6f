/** One entry of the record as the page holds it while it is written, and as a call writes it. */
import type { Input, PointRow } from '../../../../shared/contract/index.ts';
import type { Attribution, Seat } from '../../../../shared/domain/codes.ts';
import { kept } from '../../../../shared/domain/floor/attribution.ts';
import type { PointKind } from '../../../../shared/domain/floor/constants.ts';
import { isLang, type Lang, pick } from '../../../../shared/domain/languages.ts';

type Note = Input<'session.note'>;

export interface Draft {
  readonly id: string;
  readonly kind: PointKind;
  readonly text: string;
  readonly lang: Lang;
  readonly item: string | null;
  readonly seat: Seat | null;
  readonly participant: string | null;
  readonly organization: string | null;
  readonly spoken: Note['spoken'];
  readonly interpreted: boolean;
  readonly deficit: string | null;
  readonly clause: string | null;
  /** Of an action: kept while another kind is tried, and written of an action alone. */
  readonly responsible: string;
  /** The language it stands in already; null where it will stand in that of the text. */
  readonly responsibleLang: Lang | null;
  /** `YYYY-MM-DD`. */
  readonly due: string | null;
  /** Under which it was made, or is being made: not written by the page. */
  readonly level: Attribution;
}

export type Members = Omit<Note, 'dossier' | 'session' | 'id'>;

export function membersOf(draft: Draft): Members {
  const { id: _id, level: _level, text, lang, responsible, responsibleLang, due, ...same } = draft;
  const isAction = same.kind === 'action';
  const who = responsible.trim();
  return {
    ...same,
    body: text.trim() ? { [lang]: text.trim() } : null,
    responsible: isAction && who ? { [responsibleLang ?? lang]: who } : null,
    due: isAction ? due : null,
  };
}

/**
 * What has to be written where `before` is there already: the kind and the text, and of the rest what is different.
 * A read-back gives an entry its clause, and an entry that is written on must not take it away.
 */
export function changed(now: Members, before: Members | undefined): Members {
  if (!before) return now;
  const { kind, body, ...rest } = now;
  const differs = ([name, value]: [string, unknown]): boolean =>
    JSON.stringify(value) !== JSON.stringify(before[name as keyof Members]);
  return { kind, body, ...Object.fromEntries(Object.entries(rest).filter(differs)) };
}

/** An entry that is there, taken up again; `own` is the language to write in where it has no text. */
export function draftOf(row: PointRow, reader: Lang, own: Lang, level: Attribution): Draft {
  const best = pick(row.body, reader);
  const responsible = pick(row.responsible, reader);
  return {
    id: row.id,
    kind: row.kind,
    text: best?.value.text ?? '',
    lang: best?.lang ?? own,
    item: row.item,
    seat: row.seat,
    participant: row.participant,
    organization: row.organization,
    spoken: row.spoken as Draft['spoken'],
    interpreted: row.interpreted,
    deficit: row.deficit,
    clause: row.clause,
    responsible: responsible?.value.text ?? '',
    responsibleLang: responsible?.lang ?? null,
    due: row.due,
    level: row.level ?? level,
  };
}

/** What is written as spoken is written in that language; what was interpreted, in the facilitator's own. */
export const languageOf = (
  { spoken, interpreted }: Pick<Draft, 'spoken' | 'interpreted'>,
  own: Lang,
  languages: readonly Lang[],
): Lang =>
  !interpreted && typeof spoken === 'string' && isLang(spoken) && languages.includes(spoken) ? spoken : own;

/** What of a speaker an entry may hold at a level: the service keeps it by the same rule. */
export function mayHold(level: Attribution): {
  readonly [F in 'participant' | 'organization' | 'seat']: boolean;
} {
  const anybody = { participant: 'p', organization: 'o', sex: null, seat: 'G' } as const;
  const held = kept(level, anybody, { F: 0, M: 0, X: 0 }, 'point');
  return {
    participant: held.participant !== undefined,
    organization: held.organization !== undefined,
    seat: held.seat !== undefined,
  };
}
