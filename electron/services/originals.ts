/** Puts what was pasted beside the originals that a record keeps already, within the step that writes its cleaned text. */
import type { Draft } from '../../db/ledger/append.ts';
import type { ComposedRecord } from '../../db/ledger/compose.ts';
import { composedById } from '../../db/queries/record-view.ts';
import type { Pasted } from '../../shared/contract/texts.ts';
import type { TextEntry } from '../../shared/domain/fields.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { LANGS, type Lang } from '../../shared/domain/languages.ts';
import { keepsPasted, withOriginal } from '../../shared/domain/paste/originals.ts';
import type { RecordType } from '../../shared/domain/records/index.ts';
import { Refusal } from '../../shared/errors.ts';
import type { OpenedDossier } from './desk.ts';

type Members = { readonly [name: string]: unknown };

/** The members with `pasted` among them; `id` is undefined for a record that is being made. */
export function withPasted(
  opened: OpenedDossier,
  type: RecordType,
  id: string | undefined,
  members: Members,
  pasted: Pasted | undefined,
): Members {
  if (!pasted || Object.keys(pasted).length === 0) return members;
  if (!keepsPasted(type)) throw new Refusal('input.invalid', { path: 'pasted' });
  const record = id === undefined ? undefined : composedById(opened.db, type, id);
  const added: { [lang: string]: TextEntry } = {};
  for (const lang of LANGS) {
    const original = pasted[lang];
    if (original === undefined) continue;
    const kept = record && keptIn(record, lang);
    const text = withOriginal(kept, original);
    if (text !== kept) added[lang] = { text, status: 'original' };
  }
  return Object.keys(added).length === 0 ? members : { ...members, pasted: added };
}

/**
 * Where two copies each kept an original, the field is in conflict and would refuse the step that is to add one. Here
 * all of them in one text, to be written before that step: nothing is lost by it, so nobody has to decide.
 */
export function gatherPasted(
  opened: OpenedDossier,
  type: RecordType,
  id: RecordId,
  pasted: Pasted | undefined,
): Draft[] {
  if (!pasted || !keepsPasted(type)) return [];
  const record = composedById(opened.db, type, id);
  return LANGS.flatMap((lang): Draft[] => {
    const text = keptIn(record, lang);
    if (pasted[lang] === undefined || text === undefined || !record.conflicts.includes(fieldOf(lang)))
      return [];
    const set = { [fieldOf(lang)]: { text, status: 'original' } };
    return [{ recordType: type, recordId: id, set, intent: 'gather' }];
  });
}

const fieldOf = (lang: Lang): string => `pasted.${lang}`;

/** The originals of every head, in the order in which they were written. */
function keptIn({ heads }: ComposedRecord, lang: Lang): string | undefined {
  const all = [...(heads.get(fieldOf(lang)) ?? [])].sort(
    (a, b) => a.clock - b.clock || (a.id < b.id ? -1 : 1),
  );
  return all.reduce<string | undefined>((kept, { value }) => {
    const text = (value as TextEntry | null)?.text;
    return text === undefined ? kept : withOriginal(kept, text);
  }, undefined);
}
