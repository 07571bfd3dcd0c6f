import { FileLock2, PencilLine, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegisterRow } from '../../../../shared/contract/index.ts';
import type { Constituency } from '../../../../shared/domain/codes.ts';
import { directionOf, isLang } from '../../../../shared/domain/languages.ts';
import { snippetOf } from '../../../../shared/domain/search-text.ts';
import { codelist, hasCode, labelOf } from '../../../../shared/reference/index.ts';
import { useFormat, useLang } from '../../../i18n/useFormat.ts';
import { AreaIcon } from '../../../ui/AreaIcon.tsx';
import { OutcomeStatus } from '../../../ui/Badge.tsx';
import { LanguageMark } from '../../../ui/BestText.tsx';
import { ConstituencyTile, PositionSet, SeverityByConstituency } from '../../../ui/constituency.tsx';
import type { GridColumn } from '../../../ui/grid/types.ts';
import { useMedia } from '../../../ui/useMedia.ts';
import { useCodeLabel } from '../../editing/index.ts';
import { type ConstituencyNames, useConstituencyNames } from '../../positions/index.ts';
import { useAreaNames } from '../areas.ts';
import { Reference, referenceText } from '../reference.tsx';
import { type Column, USUAL_COLUMNS } from './address.ts';
import { Hits } from './Hits.tsx';

/** Letters of a snippet that fit on its one line with the hit still in sight. */
const SNIPPET = 56;

function Title({
  row,
  query,
  areaName,
}: {
  readonly row: RegisterRow;
  readonly query: string | undefined;
  readonly areaName: string;
}) {
  const { t } = useTranslation('deficits');
  const reader = useLang();
  const { title, snippet } = row;
  const attributes = (lang: string): { lang?: string; dir?: 'rtl' | 'ltr' } =>
    isLang(lang) ? { lang, dir: directionOf(lang) } : {};
  return (
    <>
      <span role="img" aria-label={areaName} title={areaName} className="deficits-area">
        <AreaIcon area={row.area} />
      </span>
      <span className="deficits-title">
        {title ? (
          <span className={snippet ? 'clip-1' : 'clip-2'} {...attributes(title.lang)}>
            <Hits text={title.text} query={query} />
          </span>
        ) : (
          <span className="muted">{t('untitled')}</span>
        )}
        {snippet && (
          <span className="clip-1 deficits-snippet" {...attributes(snippet.lang)}>
            <Hits text={snippetOf(snippet.text, query ?? '', SNIPPET) ?? snippet.text} query={query} />
          </span>
        )}
      </span>
      {title && title.lang !== reader && isLang(title.lang) && <LanguageMark lang={title.lang} />}
    </>
  );
}

function Flags({ row, names }: { readonly row: RegisterRow; readonly names: ConstituencyNames }) {
  const { t } = useTranslation('deficits');
  const lang = useLang();
  const format = useFormat();
  const level = row.confidentiality;
  const flag = (label: string, icon: React.ReactNode, tone: string) => (
    <span key={label} role="img" aria-label={label} title={label} className={`deficits-flag ${tone}`}>
      {icon}
    </span>
  );
  return (
    <>
      {row.inConflict && flag(t('flag.conflict'), <TriangleAlert size={15} aria-hidden />, 'bad')}
      {row.changedSince.length > 0 &&
        flag(
          t('flag.changedSinceOf', { who: format.list(row.changedSince.map((seat) => names[seat])) }),
          <PencilLine size={15} aria-hidden />,
          'warn',
        )}
      {level !== null &&
        level !== 'public' &&
        hasCode(codelist('confidentiality-levels'), level) &&
        flag(
          t('flag.confidential', { level: labelOf('confidentiality-levels', level, lang) }),
          <FileLock2 size={15} aria-hidden />,
          'quiet',
        )}
    </>
  );
}

/** Scales of four steps besides severity, in their order: drawn as severity is, and said in their own words. */
const SCALES = {
  prevalence: { list: 'prevalence', codes: ['isolated', 'localized', 'widespread', 'systemic'] },
  evidence: { list: 'evidence-strength', codes: ['anecdotal', 'limited', 'moderate', 'strong'] },
} as const;

function OnScale({
  kind,
  of = {},
  names,
}: {
  readonly kind: keyof typeof SCALES;
  readonly of: { readonly [C in Constituency]?: string } | undefined;
  readonly names: ConstituencyNames;
}) {
  const lang = useLang();
  const { list, codes } = SCALES[kind];
  // A code that this version does not know stands as one that is not given.
  const step = (code: string): number => (codes as readonly string[]).indexOf(code) + 1;
  const values = {
    ...(of.G && { G: step(of.G) }),
    ...(of.E && { E: step(of.E) }),
    ...(of.W && { W: step(of.W) }),
  };
  const [one, two, three, four] = codes;
  const words = useMemo(
    () =>
      [
        labelOf(list, one, lang),
        labelOf(list, two, lang),
        labelOf(list, three, lang),
        labelOf(list, four, lang),
      ] as const,
    [list, one, two, three, four, lang],
  );
  return <SeverityByConstituency kind={kind} values={values} names={names} words={words} />;
}

/** A word of a codelist, or that nobody gave one. */
function Coded({
  label,
  code,
}: {
  readonly label: (code: string) => string;
  readonly code: string | undefined;
}) {
  const { t } = useTranslation('register');
  if (code === undefined) return <span className="muted">{t('notGiven')}</span>;
  return <span className="clip-2">{label(code)}</span>;
}

function RaisedBy({ seat, names }: { readonly seat: string | undefined; readonly names: ConstituencyNames }) {
  const { t } = useTranslation(['register', 'ui']);
  if (seat === undefined) return <span className="muted">{t('notGiven')}</span>;
  const known = seat === 'G' || seat === 'E' || seat === 'W' ? seat : 'invited';
  const name = known === 'invited' ? t('ui:seat.invited') : names[known];
  return (
    <>
      <ConstituencyTile seat={known} name={name} size="s" isDecorative />
      <span className="clip-1">{name}</span>
    </>
  );
}

/** Stands for the reference of a row in a sentence that is made for all of them. */
const HERE = '\u0001';

/** What a column is called in the head and in lists of columns. */
export function useColumnNames(): { readonly [C in Column]: string } {
  const { t } = useTranslation(['deficits', 'register']);
  return useMemo(
    () => ({
      severity: t('column.severity'),
      prevalence: t('register:column.prevalence'),
      positions: t('column.positions'),
      outcome: t('column.outcome'),
      priority: t('register:column.priority'),
      evidenceHeld: t('register:column.evidenceHeld'),
      evidenceStrength: t('register:column.evidenceStrength'),
      affectedGroups: t('register:column.affectedGroups'),
      sector: t('register:column.sector'),
      raisedBy: t('register:column.raisedBy'),
      flags: t('column.flags'),
      edited: t('column.edited'),
    }),
    [t],
  );
}

/** The columns that are shown: those chosen, or the usual ones and the day of the last change where there is room. */
export function useShownColumns(chosen: readonly Column[] | undefined): readonly Column[] {
  const isWide = useMedia('(min-width: 1600px)');
  return useMemo(() => chosen ?? (isWide ? [...USUAL_COLUMNS, 'edited'] : USUAL_COLUMNS), [chosen, isWide]);
}

/** `onMark` is undefined where rows cannot be marked; keep it stable. */
export function useRegisterColumns(
  query: string | undefined,
  shown: readonly Column[],
  onMark: ((id: string, marked: boolean) => void) | undefined,
): readonly GridColumn<RegisterRow>[] {
  const { t } = useTranslation(['deficits', 'register']);
  const format = useFormat();
  const names = useConstituencyNames();
  const areas = useAreaNames();
  const headers = useColumnNames();
  // Asked for once and not in every row.
  const strengthLabel = useCodeLabel('evidence-strength');
  const sectorLabel = useCodeLabel('sectors');
  return useMemo(() => {
    const counted = new Map<number, string>();
    const look: { readonly [C in Column]: Omit<GridColumn<RegisterRow>, 'id' | 'header'> } = {
      severity: {
        width: '106px',
        sortable: true,
        cell: (row) => <SeverityByConstituency values={row.severity} names={names} />,
      },
      prevalence: {
        width: '106px',
        cell: ({ extra }) => <OnScale kind="prevalence" of={extra?.prevalence} names={names} />,
      },
      evidenceHeld: {
        width: '106px',
        cell: ({ extra }) => <OnScale kind="evidence" of={extra?.evidenceHeld} names={names} />,
      },
      positions: {
        width: '136px',
        cell: (row) => <PositionSet positions={row.positions} changed={row.changedSince} names={names} />,
      },
      outcome: {
        width: 'minmax(118px, 166px)',
        sortable: true,
        cell: (row) => <OutcomeStatus outcome={row.outcome} />,
      },
      priority: {
        width: '86px',
        sortable: true,
        cell: ({ extra }) =>
          extra?.priority === undefined ? (
            <span className="muted">{t('register:notGiven')}</span>
          ) : (
            <span className="num">{format.count(extra.priority)}</span>
          ),
      },
      evidenceStrength: {
        width: 'minmax(96px, 168px)',
        cell: ({ extra }) => <Coded label={strengthLabel} code={extra?.evidenceStrength} />,
      },
      affectedGroups: {
        width: '76px',
        cell: ({ extra }) => {
          const count = extra?.affectedGroups ?? 0;
          const label = counted.get(count) ?? t('register:groupCount', { count });
          counted.set(count, label);
          return (
            <span className="num" role="img" aria-label={label} title={label}>
              {format.count(count)}
            </span>
          );
        },
      },
      sector: {
        width: 'minmax(96px, 150px)',
        cell: ({ extra }) => <Coded label={sectorLabel} code={extra?.sector} />,
      },
      raisedBy: { width: '116px', cell: ({ extra }) => <RaisedBy seat={extra?.raisedBy} names={names} /> },
      flags: { width: '76px', cell: (row) => <Flags row={row} names={names} /> },
      edited: {
        width: '110px',
        sortable: true,
        cell: (row) => <span className="muted num">{format.date(row.editedAt, 'medium')}</span>,
      },
    };
    const columns: GridColumn<RegisterRow>[] = [
      {
        id: 'number',
        header: t('column.number'),
        width: 'minmax(66px, 76px)',
        sortable: true,
        cell: (row) => <Reference number={row.number} />,
      },
      {
        id: 'title',
        header: t('column.title'),
        width: 'minmax(180px, 1fr)',
        sortable: true,
        isRowHeader: true,
        cell: (row) => <Title row={row} query={query} areaName={areas.full(row.area)} />,
      },
      ...shown.map((id) => ({ id, header: headers[id], ...look[id] })),
    ];
    if (!onMark) return columns;
    // The sentence is made once: rows are drawn while one scrolls.
    const [before = '', after = ''] = t('register:mark.one', { ref: HERE }).split(HERE);
    return [
      {
        id: 'mark',
        header: '',
        label: t('register:mark.header'),
        width: '32px',
        // Not a stop of its own: on the keyboard Space marks the row.
        cell: (row, isMarked = false) => (
          <input
            type="checkbox"
            tabIndex={-1}
            className="deficits-mark"
            aria-label={`${before}${referenceText(row.number)}${after}`}
            checked={isMarked}
            onChange={(event) => onMark(row.id, event.currentTarget.checked)}
          />
        ),
      },
      ...columns,
    ];
  }, [t, format, names, areas, query, shown, headers, onMark, strengthLabel, sectorLabel]);
}
