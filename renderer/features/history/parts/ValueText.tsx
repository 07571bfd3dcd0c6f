import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Money } from '../../../../shared/domain/codes.ts';
import { isMissing, type TextEntry } from '../../../../shared/domain/fields.ts';
import type { Json } from '../../../../shared/domain/json.ts';
import { directionOf, isLang, type Labels, pick } from '../../../../shared/domain/languages.ts';
import type { Position } from '../../../../shared/domain/position.ts';
import { isCriterion, ROUND_PHASES, type RoundPhase } from '../../../../shared/domain/scoring/types.ts';
import { useCall } from '../../../app/calls.ts';
import { useFormat, useLang } from '../../../i18n/useFormat.ts';
import { TextStatusMark } from '../../../ui/Badge.tsx';
import { PositionText } from '../../positions/index.ts';
import { splitField, useCodeWord } from '../words.ts';

type Plain = { readonly [key: string]: Json };
const isPlain = (value: Json): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const isTextEntry = (value: Json): value is Json & TextEntry =>
  isPlain(value) && typeof value.text === 'string' && typeof value.status === 'string';
const isMoney = (value: Json): value is Json & Money =>
  isPlain(value) && typeof value.amount === 'number' && typeof value.currency === 'string';

const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const isRoundPhase = (value: string): value is RoundPhase => ROUND_PHASES.some((phase) => phase === value);
const DAY = /^\d{4}-\d{2}(-\d{2})?$/;
/** The record type a field names by its id. */
const REFERS: {
  readonly [field: string]:
    | 'deficit'
    | 'strategy'
    | 'organization'
    | 'session'
    | 'participant'
    | 'agendaItem'
    | 'clause'
    | 'cause';
} = {
  deficit: 'deficit',
  deficits: 'deficit',
  strategy: 'strategy',
  organization: 'organization',
  responsibleOrganization: 'organization',
  session: 'session',
  attended: 'participant',
  within: 'session',
  item: 'agendaItem',
  clause: 'clause',
  clauses: 'clause',
  participant: 'participant',
  parents: 'deficit',
  joinedInto: 'deficit',
  from: 'deficit',
  to: 'deficit',
  cause: 'cause',
  under: 'cause',
};

/** The value of a flat field as a person reads it. */
export function ValueText({
  dossierId,
  field,
  value,
}: {
  readonly dossierId: string;
  readonly field: string;
  readonly value: Json;
}): ReactNode {
  const { t } = useTranslation(['history', 'ui']);
  const word = useCodeWord();
  const format = useFormat();
  const [name, key] = splitField(field);
  if (value === null) return <span className="muted">{t('cleared')}</span>;
  if (isTextEntry(value)) {
    const textLang = key?.split('.').at(-1);
    const attributes = isLang(textLang) ? { lang: textLang, dir: directionOf(textLang) } : {};
    return (
      <span className="history-text">
        <span {...attributes}>{value.text}</span> <TextStatusMark status={value.status} />
      </span>
    );
  }
  if (isMissing(value)) return <span className="muted">{t(`ui:missing.${value.missing}`)}</span>;
  if (name === 'position' && (key === 'G' || key === 'E' || key === 'W'))
    return <PositionText dossierId={dossierId} position={value as unknown as Position} seat={key} />;
  if (isMoney(value)) return <bdi>{format.money(value.amount, value.currency)}</bdi>;
  const refers = REFERS[name];
  if (value === true && key !== undefined && !isLang(key) && key !== 'G' && key !== 'E' && key !== 'W')
    return refers && ID.test(key) ? (
      <RecordName dossierId={dossierId} type={refers} id={key} />
    ) : (
      t('included', {
        what: isCriterion(key) ? t(`criterion.${key}`) : (word(name, key) ?? key),
      })
    );
  if (typeof value === 'boolean') return <>{t(value ? 'yes' : 'no')}</>;
  if (typeof value === 'number')
    return <bdi className="num">{word(name, String(value)) ?? String(value)}</bdi>;
  if (typeof value === 'string') {
    if (refers && ID.test(value)) return <RecordName dossierId={dossierId} type={refers} id={value} />;
    if (ID.test(value)) return <>{t('aRecord')}</>;
    if (INSTANT.test(value)) return <bdi>{format.dateTime(value)}</bdi>;
    if (name === 'phase' && isRoundPhase(value)) return <>{t(`roundPhase.${value}`)}</>;
    // Nobody reads a key: enough of it to tell two apart.
    if (name === 'publicKey') return <>{t('key', { start: value.slice(0, 6) })}</>;
    return <bdi>{DAY.test(value) ? format.date(value) : (word(name, value) ?? value)}</bdi>;
  }
  return <bdi className="mono">{JSON.stringify(value)}</bdi>;
}

/** The number and title of a record that a field names. */
function RecordName({
  dossierId,
  type,
  id,
}: {
  readonly dossierId: string;
  readonly type: (typeof REFERS)[string];
  readonly id: string;
}) {
  const { t } = useTranslation('history');
  const lang = useLang();
  const { data } = useCall('record.get', { dossier: dossierId, type, id });
  const record = data?.record as { number?: string; title?: unknown; name?: unknown } | undefined;
  const texts = (record?.title ?? record?.name) as
    | { [l: string]: TextEntry | undefined }
    | string
    | undefined;
  const title =
    typeof texts === 'string'
      ? texts
      : pick(Object.fromEntries(Object.entries(texts ?? {}).map(([l, e]) => [l, e?.text])) as Labels, lang)
          ?.value;
  return <bdi>{title ?? t('aRecord')}</bdi>;
}
