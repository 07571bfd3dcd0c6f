/** Parts of the kit on a page of their own, over data that no dossier needs to hold: 10,000 rows and slow saves. */
import '../../../renderer/styles/index.css';
import { Suspense, useCallback, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { createRoot } from 'react-dom/client';
import { useAutosave } from '../../../renderer/app/autosave.ts';
import { useSaving } from '../../../renderer/app/save-state.ts';
import { makeFormats } from '../../../renderer/i18n/formats.ts';
import { directionOf, type LocaleSettings, localeTag } from '../../../renderer/i18n/locale.ts';
import { startI18n } from '../../../renderer/i18n/setup.ts';
import { LocaleContext } from '../../../renderer/i18n/useFormat.ts';
import { Card, PageHead } from '../../../renderer/ui/Card.tsx';
import { PositionSet, SeverityByConstituency } from '../../../renderer/ui/constituency.tsx';
import { DateField } from '../../../renderer/ui/DateField.tsx';
import { DataGrid } from '../../../renderer/ui/grid/DataGrid.tsx';
import type { GridColumn, GridItem, GridSort } from '../../../renderer/ui/grid/types.ts';
import { MultiText } from '../../../renderer/ui/MultiText.tsx';
import { NumberField } from '../../../renderer/ui/NumberField.tsx';
import { TagPicker } from '../../../renderer/ui/TagPicker.tsx';
import { TextField } from '../../../renderer/ui/TextField.tsx';
import { Toaster } from '../../../renderer/ui/Toaster.tsx';
import type { Texts } from '../../../shared/domain/fields.ts';
import { isLang } from '../../../shared/domain/languages.ts';

const asked = new URLSearchParams(location.search);
const language = asked.get('lang');
const settings: LocaleSettings = {
  language: isLang(language) ? language : 'en',
  region: 'MA',
  digits: asked.get('digits') === 'arab' ? 'arab' : 'latn',
  calendar: 'gregory',
};

interface Row {
  readonly number: number;
  readonly group: number;
}
const ROWS = 10_000;
const row = (number: number): Row => ({ number, group: Math.floor(number / 2500) });

const COLUMNS: readonly GridColumn<Row>[] = [
  { id: 'ref', header: 'Ref', width: '90px', sortable: true, cell: ({ number }) => <bdi>R-{number}</bdi> },
  {
    id: 'title',
    header: 'Title',
    width: 'minmax(0, 1fr)',
    sortable: true,
    isRowHeader: true,
    cell: ({ number }) => <span className="clip-2">Row number {number}</span>,
  },
  {
    id: 'severity',
    header: 'Severity',
    width: '130px',
    cell: ({ number }) => (
      <SeverityByConstituency values={{ G: 1 + (number % 4), E: { missing: 'not-asked' }, W: 2 }} />
    ),
  },
  {
    id: 'positions',
    header: 'Positions',
    width: '130px',
    cell: () => <PositionSet positions={{ G: 'agree', E: 'agree-with-reservation', W: 'does-not-agree' }} />,
  },
];

/** Groups of 2,500 rows that fold; or, with `windowed`, rows that exist only once their window was asked for. */
function GridPart() {
  const [sort, setSort] = useState<GridSort>({ column: 'ref', descending: false });
  const [selected, setSelected] = useState<string>();
  const [opened, setOpened] = useState<string>();
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [read, setRead] = useState<readonly [number, number]>([0, -1]);
  const isGrouped = asked.has('group');
  const isWindowed = asked.has('windowed');
  const items = useMemo(() => {
    const rows = Array.from({ length: ROWS }, (_, i) => row(sort.descending ? ROWS - 1 - i : i));
    const asItem = (each: Row): GridItem<Row> => ({ kind: 'row', key: `r${each.number}`, row: each });
    if (!isGrouped) return rows.map(asItem);
    return [0, 1, 2, 3].flatMap((group): GridItem<Row>[] => {
      const isOpen = !closed.has(`g${group}`);
      const head = <b key={group}>Group {group}</b>;
      const inside = isOpen ? rows.filter((each) => each.group === group).map(asItem) : [];
      return [{ kind: 'group', key: `g${group}`, isOpen, head }, ...inside];
    });
  }, [sort, closed, isGrouped]);
  const itemAt = useCallback(
    (index: number) => (isWindowed && (index < read[0] || index > read[1]) ? undefined : items[index]),
    [items, isWindowed, read],
  );
  const onVisible = useCallback((first: number, last: number) => {
    // Answers come later, as they do from the data thread.
    setTimeout(() => setRead([Math.max(0, first - 50), last + 50]), 30);
  }, []);
  return (
    <section className="pane" style={{ blockSize: 420 }}>
      <DataGrid
        label="Rows"
        columns={COLUMNS}
        count={items.length}
        itemAt={itemAt}
        onVisible={isWindowed ? onVisible : undefined}
        hasGroups={isGrouped}
        selectedKey={selected}
        onSelect={setSelected}
        onOpen={setOpened}
        onToggleGroup={(key) =>
          setClosed((before) =>
            before.has(key) ? new Set([...before].filter((k) => k !== key)) : new Set([...before, key]),
          )
        }
        sort={sort}
        onSort={setSort}
      />
      <p data-testid="state">{`selected ${selected ?? '-'}, opened ${opened ?? '-'}`}</p>
    </section>
  );
}

const OPTIONS = [
  { id: 'women', label: 'النساء' },
  { id: 'elderly', label: 'العمال المسنّون' },
  { id: 'C087', label: 'Liberté syndicale' },
];

/** A store that refuses every second save. */
let saves = 0;
const save = async (value: string): Promise<void> => {
  saves += 1;
  await new Promise((resolve) => setTimeout(resolve, 50));
  if (saves % 2 === 1) throw Object.assign(new Error('refused'), { error: { code: 'disk.full' } });
  stored = value;
};
let stored = '';

function FormPart() {
  const [number, setNumber] = useState<number>();
  const [date, setDate] = useState<string>();
  const [tags, setTags] = useState<readonly string[]>([]);
  const [texts, setTexts] = useState<Texts>({});
  const saving = useSaving();
  const field = useAutosave({ value: stored, save });
  return (
    <Card title="Fields">
      <div className="form">
        <NumberField
          label="Amount"
          minValue={0}
          value={number}
          onChange={setNumber}
          formatOptions={{ maximumFractionDigits: 3 }}
        />
        <DateField label="Day" value={date} onChange={setDate} />
        <TagPicker
          label="Codes"
          options={OPTIONS}
          value={tags}
          onAdd={(id) => setTags([...tags, id])}
          onRemove={(id) => setTags(tags.filter((each) => each !== id))}
        />
        <MultiText
          label="Statement"
          languages={['ar', 'en']}
          value={texts}
          onChange={(lang, entry) =>
            setTexts(({ [lang]: _, ...rest }) => (entry ? { ...rest, [lang]: entry } : rest))
          }
        />
        <TextField label="Autosaved" value={field.value} onChange={field.setValue} onBlur={field.flush} />
        <button type="button" className="button" onClick={field.retry}>
          Retry
        </button>
        <output data-testid="values">
          {JSON.stringify({ number, date, tags, texts, saving: saving.state, stored })}
        </output>
      </div>
    </Card>
  );
}

await startI18n(settings);
document.documentElement.lang = settings.language;
document.documentElement.dir = directionOf(settings.language);
document.documentElement.dataset.theme = asked.get('theme') ?? 'light';
createRoot(document.getElementById('root') as HTMLElement).render(
  <Suspense>
    <LocaleContext value={{ settings, formats: makeFormats(settings) }}>
      <I18nProvider locale={localeTag(settings)}>
        <main className="screen" style={{ blockSize: '100%' }}>
          <PageHead title="Kit" />
          {asked.has('form') ? <FormPart /> : <GridPart />}
        </main>
        <Toaster />
      </I18nProvider>
    </LocaleContext>
  </Suspense>,
);
