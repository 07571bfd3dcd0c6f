import { FilterX, PanelRight } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegisterFacets, RegisterFilter } from '../../../../shared/contract/index.ts';
import { REGISTER_GROUPS, type RegisterGroup } from '../../../../shared/domain/register.ts';
import { labelOf } from '../../../../shared/reference/index.ts';
import { setQueryParam } from '../../../app/router.ts';
import { useFormat, useLang } from '../../../i18n/useFormat.ts';
import { AreaIcon } from '../../../ui/AreaIcon.tsx';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { Facets } from '../../../ui/Facets.tsx';
import { SearchField } from '../../../ui/SearchField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useIsNarrow } from '../../../ui/useMedia.ts';
import { useAreaNames } from '../areas.ts';
import { AREA_CODES } from '../codes.ts';
import { CONFIDENTIALITY_LEVELS, FLAGS, OUTCOMES } from './address.ts';

const ALL = 'all';

/** Drawn anew only when the filters change: its fields are the heaviest part of the screen. */
export const Filters = memo(function Filters({
  filter,
  facets,
  search,
  onSearch,
  group,
  onClear,
  onShowDetail,
}: {
  readonly filter: RegisterFilter;
  readonly facets: RegisterFacets | undefined;
  readonly search: string;
  readonly onSearch: (text: string) => void;
  readonly group: RegisterGroup | undefined;
  readonly onClear: () => void;
  /** On narrow windows: shows the chosen deficit in the drawer. */
  readonly onShowDetail: () => void;
}) {
  const { t } = useTranslation(['deficits', 'ui', 'register']);
  const lang = useLang();
  const format = useFormat();
  const areas = useAreaNames();
  const isNarrow = useIsNarrow();
  const counted = (label: string, count: number | undefined): string =>
    count === undefined ? label : t('optionCount', { label, n: format.count(count) });
  const all = { id: ALL, label: t('filter.all') };
  const set = (name: string) => (value: string) => setQueryParam(name, value === ALL ? undefined : value);
  const none = facets?.area.none ?? 0;
  const isFiltered = Boolean(
    search.trim() || filter.area || filter.outcome || filter.confidentiality || filter.flag,
  );
  return (
    <>
      <div className="filters deficits-filters">
        <SearchField label={t('filter.search')} value={search} onChange={onSearch} />
        <Select
          layout="bar"
          label={t('filter.outcome')}
          options={[
            all,
            ...OUTCOMES.map((id) => ({
              id,
              label: counted(t(`ui:outcome.${id}`), facets && (facets.outcome[id] ?? 0)),
            })),
          ]}
          value={filter.outcome ?? ALL}
          onChange={set('outcome')}
        />
        <Select
          layout="bar"
          label={t('filter.confidentiality')}
          options={[
            all,
            ...CONFIDENTIALITY_LEVELS.map((id) => ({
              id,
              label: counted(
                labelOf('confidentiality-levels', id, lang),
                facets && (facets.confidentiality[id] ?? 0),
              ),
            })),
          ]}
          value={filter.confidentiality ?? ALL}
          onChange={set('confidentiality')}
        />
        <Select
          layout="bar"
          label={t('filter.flag')}
          options={[all, ...FLAGS.map((id) => ({ id, label: t(`flags.${id}`) }))]}
          value={filter.flag ?? ALL}
          onChange={set('flag')}
        />
        <Select
          layout="bar"
          label={t('register:group.label')}
          options={[
            { id: ALL, label: t('register:group.none') },
            ...REGISTER_GROUPS.map((id) => ({ id, label: t(`register:group.${id}`) })),
          ]}
          value={group ?? ALL}
          onChange={set('group')}
        />
        {isFiltered && (
          <IconButton label={t('clearFilters')} icon={<FilterX size={16} aria-hidden />} onPress={onClear} />
        )}
        {isNarrow && (
          <Button icon={<PanelRight size={15} aria-hidden />} onPress={onShowDetail}>
            {t('showDetail')}
          </Button>
        )}
      </div>
      <Facets
        label={t('facets')}
        allLabel={t('filter.all')}
        allCount={facets?.all}
        facets={[
          ...AREA_CODES.map((id) => ({
            id: id as string,
            label: areas.short(id),
            title: areas.full(id),
            count: facets && (facets.area[id] ?? 0),
            icon: <AreaIcon area={id} />,
          })),
          ...(none > 0 || filter.area === 'none'
            ? [{ id: 'none', label: areas.short(null), count: none, icon: <AreaIcon area={null} /> }]
            : []),
        ]}
        value={filter.area}
        onChange={(area) => setQueryParam('area', area)}
      />
    </>
  );
});
