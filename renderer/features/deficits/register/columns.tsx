import { FileLock2, PencilLine, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegisterRow } from '../../../../shared/contract/index.ts';
import { directionOf, isLang } from '../../../../shared/domain/languages.ts';
import { snippetOf } from '../../../../shared/domain/search-text.ts';
import { codelist, hasCode, labelOf } from '../../../../shared/reference/index.ts';
import { useFormat, useLang } from '../../../i18n/useFormat.ts';
import { AreaIcon } from '../../../ui/AreaIcon.tsx';
import { OutcomeStatus } from '../../../ui/Badge.tsx';
import { LanguageMark } from '../../../ui/BestText.tsx';
import { PositionSet, SeverityByConstituency } from '../../../ui/constituency.tsx';
import type { GridColumn } from '../../../ui/grid/types.ts';
import { useMedia } from '../../../ui/useMedia.ts';
import { type ConstituencyNames, useConstituencyNames } from '../../positions/index.ts';
import { useAreaNames } from '../areas.ts';
import { Reference } from '../reference.tsx';
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

/** The columns of the register; the day of the last change where there is room for it. */
export function useRegisterColumns(query: string | undefined): readonly GridColumn<RegisterRow>[] {
  const { t } = useTranslation('deficits');
  const format = useFormat();
  const names = useConstituencyNames();
  const areas = useAreaNames();
  const isWide = useMedia('(min-width: 1600px)');
  return useMemo(() => {
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
      {
        id: 'severity',
        header: t('column.severity'),
        width: '106px',
        sortable: true,
        cell: (row) => <SeverityByConstituency values={row.severity} names={names} />,
      },
      {
        id: 'positions',
        header: t('column.positions'),
        width: '136px',
        cell: (row) => <PositionSet positions={row.positions} changed={row.changedSince} names={names} />,
      },
      {
        id: 'outcome',
        header: t('column.outcome'),
        width: 'minmax(118px, 166px)',
        sortable: true,
        cell: (row) => <OutcomeStatus outcome={row.outcome} />,
      },
      {
        id: 'flags',
        header: t('column.flags'),
        width: '76px',
        cell: (row) => <Flags row={row} names={names} />,
      },
    ];
    if (isWide)
      columns.push({
        id: 'edited',
        header: t('column.edited'),
        width: '110px',
        sortable: true,
        cell: (row) => <span className="muted num">{format.date(row.editedAt, 'medium')}</span>,
      });
    return columns;
  }, [t, format, names, areas, query, isWide]);
}
