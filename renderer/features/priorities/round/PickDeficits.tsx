import { type Dispatch, type ReactNode, type SetStateAction, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegisterRow } from '../../../../shared/contract/index.ts';
import { MOST_SCORED } from '../../../../shared/domain/scoring/types.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { Button } from '../../../ui/Button.tsx';
import { DataGrid } from '../../../ui/grid/DataGrid.tsx';
import type { GridColumn, GridItem } from '../../../ui/grid/types.ts';
import { SearchField } from '../../../ui/SearchField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { ErrorState } from '../../../ui/states.tsx';
import { ToggleButton } from '../../../ui/ToggleButton.tsx';
import { AREA_CODES, useAreaName } from '../parts/words.ts';
import { useChoices } from './useChoices.ts';

/** A deficit that was chosen, as far as it must be known to be shown again. */
export interface Chosen {
  readonly id: string;
  readonly number: string;
  readonly title: RegisterRow['title'];
  readonly area: string | null;
}
export type ChosenById = ReadonlyMap<string, Chosen>;

const ALL = 'all';
const NOTHING: ChosenById = new Map();
const byNumber = (a: Chosen, b: Chosen): number => a.number.localeCompare(b.number, 'en', { numeric: true });

/** Up to sixty of a register of any length: searched, filtered by area, marked with Space. */
export function PickDeficits({
  dossierId,
  chosen,
  onChange,
  error,
}: {
  readonly dossierId: string;
  readonly chosen: ChosenById;
  /** Keep stable: rows are drawn anew when it changes. */
  readonly onChange: Dispatch<SetStateAction<ChosenById>>;
  readonly error?: string | undefined;
}): ReactNode {
  const { t } = useTranslation(['priorities', 'deficits']);
  const areaName = useAreaName();
  const format = useFormat();
  const [search, setSearch] = useState('');
  const [area, setArea] = useState<string>(ALL);
  const [isOnlyChosen, setOnlyChosen] = useState(false);
  const choices = useChoices(dossierId, search.trim(), area === ALL ? undefined : area);
  const own = useMemo(() => [...chosen.values()].sort(byNumber), [chosen]);
  const { total } = choices;
  const count = isOnlyChosen ? own.length : total;
  const itemAt = (index: number): GridItem<Chosen> | undefined => {
    if (!isOnlyChosen) return choices.itemAt(index);
    const row = own[index];
    return row && { kind: 'row', key: row.id, row };
  };
  const put = useCallback(
    (row: Chosen, isMarked: boolean): void =>
      onChange((now) => {
        const next = new Map(now);
        if (isMarked) next.set(row.id, row);
        else next.delete(row.id);
        return next;
      }),
    [onChange],
  );
  const mark = (id: string, isMarked: boolean): void => {
    const row = chosen.get(id) ?? choices.rows.find((each) => each.id === id);
    if (row) put(row, isMarked);
  };
  const marked = useMemo(() => new Set(chosen.keys()), [chosen]);
  const withShown = new Map([...chosen, ...choices.firstPage.map((row) => [row.id, row] as const)]);
  const canAll =
    !choices.isPlaceholderData && total <= choices.firstPage.length && withShown.size <= MOST_SCORED;
  const columns = useMemo<readonly GridColumn<Chosen>[]>(
    () => [
      {
        id: 'mark',
        header: '',
        label: t('prepare.mark'),
        width: '32px',
        // Not a stop of its own: on the keyboard Space marks the row.
        cell: (row, isMarked = false) => (
          <input
            type="checkbox"
            tabIndex={-1}
            className="priorities-mark"
            aria-label={t('prepare.choose', { ref: `D-${row.number}` })}
            checked={isMarked}
            onChange={(event) => put(row, event.currentTarget.checked)}
          />
        ),
      },
      {
        id: 'number',
        header: t('deficits:column.number'),
        width: '76px',
        cell: ({ number }) => <bdi className="mono">D-{number}</bdi>,
      },
      {
        id: 'title',
        header: t('deficits:column.title'),
        width: 'minmax(0, 1fr)',
        isRowHeader: true,
        cell: ({ title }) =>
          title ? (
            <bdi className="clip-1" lang={title.lang}>
              {title.text}
            </bdi>
          ) : (
            <span className="muted">{t('deficits:untitled')}</span>
          ),
      },
      {
        id: 'area',
        header: t('prepare.area'),
        width: 'minmax(0, 190px)',
        cell: ({ area: code }) => {
          const known = AREA_CODES.find((each) => each === code);
          return <span className="clip-1 muted">{known ? areaName(known) : t('deficits:area.none')}</span>;
        },
      },
    ],
    [t, areaName, put],
  );
  return (
    <fieldset className="field priorities-pick" aria-describedby="prepare-keys">
      <legend className="field-label">{t('prepare.deficits')}</legend>
      <div className="filters">
        <SearchField label={t('prepare.search')} value={search} onChange={setSearch} />
        <Select
          layout="bar"
          label={t('prepare.area')}
          options={[
            { id: ALL, label: t('prepare.allAreas') },
            ...AREA_CODES.map((id) => ({ id: id as string, label: areaName(id) })),
          ]}
          value={area}
          onChange={setArea}
        />
        <ToggleButton isSelected={isOnlyChosen} onChange={setOnlyChosen}>
          {t('prepare.onlyChosen')}
        </ToggleButton>
      </div>
      {choices.error ? (
        <ErrorState error={choices.error} size="inline" onRetry={() => void choices.refetch()} />
      ) : (
        <DataGrid<Chosen>
          className="priorities-choices"
          label={t('prepare.deficits')}
          columns={columns}
          count={count}
          itemAt={itemAt}
          onVisible={choices.onVisible}
          marked={marked}
          onMark={mark}
          onOpen={(id) => mark(id, !chosen.has(id))}
          empty={<p className="muted">{t('prepare.found', { count: 0 })}</p>}
        />
      )}
      <p id="prepare-keys" className="muted">
        {t('prepare.keys')}
      </p>
      <div className="row">
        <Button isDisabled={isOnlyChosen || total === 0 || !canAll} onPress={() => onChange(withShown)}>
          {t('prepare.all')}
        </Button>
        <Button isDisabled={chosen.size === 0} onPress={() => onChange(NOTHING)}>
          {t('prepare.none')}
        </Button>
        <span className="muted" role="status">
          {isOnlyChosen ? '' : `${t('prepare.found', { count: total })} · `}
          {t('prepare.chosen', { count: chosen.size })}
        </span>
      </div>
      {!isOnlyChosen && total > 0 && !canAll && !choices.isPlaceholderData && (
        <p className="muted">{t('prepare.tooMany', { most: format.count(MOST_SCORED) })}</p>
      )}
      {error !== undefined && <p className="field-error">{error}</p>}
    </fieldset>
  );
}
