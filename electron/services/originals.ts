/** Puts what was pasted beside the originals that a record keeps already, within the step that writes its cleaned text. */
import { composedById } from '../../db/queries/record-view.ts';
import type { Pasted } from '../../shared/contract/texts.ts';
import type { Texts } from '../../shared/domain/fields.ts';
import { LANGS } from '../../shared/domain/languages.ts';
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
  const kept =
    id === undefined ? {} : ((composedById(opened.db, type, id).record as { pasted?: Texts }).pasted ?? {});
  const added: { [lang: string]: { text: string; status: 'original' } } = {};
  for (const lang of LANGS) {
    const original = pasted[lang];
    if (original === undefined) continue;
    const text = withOriginal(kept[lang]?.text, original);
    if (text !== kept[lang]?.text) added[lang] = { text, status: 'original' };
  }
  return Object.keys(added).length === 0 ? members : { ...members, pasted: added };
}
