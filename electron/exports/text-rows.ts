/** Finds every text of an edition with its language and status, wherever it lies. */
import type { EditionContent } from '../../shared/domain/content.ts';
import { isLang } from '../../shared/domain/languages.ts';

export interface TextRow {
  readonly record: string;
  readonly id: string;
  /** As in dialogue.json: `title`, `positions.E.reservation`, `areaLabels.TA1`. */
  readonly field: string;
  readonly lang: string;
  readonly status: string;
}

/** Lists of records inside a record: their texts belong to them and not to what holds them. */
const RECORDS: { readonly [member: string]: string } = {
  organizations: 'organization',
  participants: 'participant',
  absences: 'absence',
  sessions: 'session',
  statements: 'statement',
  deficits: 'deficit',
  strategies: 'strategy',
  clauses: 'clause',
  evidence: 'evidence',
  comments: 'comment',
  actions: 'action',
  norms: 'norm',
  causes: 'cause',
  links: 'link',
  nationalCodes: 'nationalCode',
  rounds: 'round',
  tallies: 'tally',
};

const isText = (value: object): value is { text: string; status: string } =>
  'text' in value && 'status' in value;

/** In the order of dialogue.json. */
export function textRows(content: EditionContent): TextRow[] {
  const rows: TextRow[] = [];
  const walk = (value: unknown, record: string, id: string, path: readonly string[]): void => {
    if (typeof value !== 'object' || value === null) return;
    const [lang] = path.slice(-1);
    if (isText(value) && lang !== undefined && isLang(lang)) {
      rows.push({ record, id, field: path.slice(0, -1).join('.'), lang, status: value.status });
      return;
    }
    for (const [member, inner] of Object.entries(value)) {
      const type = Array.isArray(inner) ? RECORDS[member] : undefined;
      if (
        type &&
        (inner as unknown[]).every((each) => typeof each === 'object' && each !== null && 'id' in each)
      )
        for (const each of inner as { readonly id: string }[]) walk(each, type, each.id, []);
      else walk(inner, record, id, [...path, member]);
    }
  };
  const { dossier, ...rest } = content;
  walk(dossier, 'dossier', dossier.id, []);
  walk(rest, 'dossier', dossier.id, []);
  return rows;
}
