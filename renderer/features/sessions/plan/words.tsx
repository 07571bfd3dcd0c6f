import { Coffee, ListTree, MoonStar, Speech, Users, Utensils } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionRow } from '../../../../shared/contract/index.ts';
import type { ItemKind, Phase, SessionKind } from '../../../../shared/domain/floor/constants.ts';
import { type Labels, pick } from '../../../../shared/domain/languages.ts';
import type { AgendaItem } from '../../../../shared/domain/records/index.ts';
import { useLang } from '../../../i18n/useFormat.ts';
import { type DotShape, StatusDot, type Tone } from '../../../ui/Badge.tsx';

export function ItemIcon({
  kind,
  size = 16,
}: {
  readonly kind: ItemKind;
  readonly size?: number;
}): ReactNode {
  const look = { size, 'aria-hidden': true, strokeWidth: 1.75 };
  if (kind === 'prayer') return <MoonStar {...look} />;
  if (kind === 'meal') return <Utensils {...look} />;
  if (kind === 'pause') return <Coffee {...look} />;
  return <ListTree {...look} />;
}

export function KindIcon({
  kind,
  size = 16,
}: {
  readonly kind: SessionKind;
  readonly size?: number;
}): ReactNode {
  const look = { size, 'aria-hidden': true, strokeWidth: 1.75 };
  return kind === 'plenary' ? <Speech {...look} /> : <Users {...look} />;
}

const PHASE_LOOKS: { readonly [P in Phase]: { shape: DotShape; tone: Tone } } = {
  planned: { shape: 'ring', tone: 'neutral' },
  open: { shape: 'dot', tone: 'ok' },
  suspended: { shape: 'half', tone: 'warn' },
  closed: { shape: 'square', tone: 'neutral' },
};

/** How far a session has come, by shape and word. */
export function PhaseStatus({
  phase,
  day,
}: {
  readonly phase: Phase;
  /** Its date, where one is set: a session whose day is over is planned no more. */
  readonly day: string | null;
}): ReactNode {
  const { t } = useTranslation('sessions');
  if (phase === 'planned' && day !== null && day < today())
    return <StatusDot shape="ring">{t('phase.past')}</StatusDot>;
  return <StatusDot {...PHASE_LOOKS[phase]}>{t(`phase.${phase}`)}</StatusDot>;
}

/** The day it is here, `YYYY-MM-DD`. */
function today(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** What a session is called, the way the list and the heads of screens say it. */
export function useSessionTitle(): (title: Labels) => string {
  const { t } = useTranslation('sessions');
  const lang = useLang();
  return (title) => pick(title, lang)?.value ?? t('untitled');
}

/** An item's own title, else what kind of break it is. */
export function useItemTitle(): (item: AgendaItem) => string {
  const { t } = useTranslation('sessions');
  const lang = useLang();
  return ({ title, kind = 'item' }) =>
    pick(title, lang)?.value.text ?? (kind === 'item' ? t('item.untitled') : t(`itemKind.${kind}`));
}

export const titleOf = (rows: readonly SessionRow[] | undefined, id: string): Labels | undefined =>
  rows?.find((row) => row.id === id)?.title;
