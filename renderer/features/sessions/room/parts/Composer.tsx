import { SlidersHorizontal } from 'lucide-react';
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import type { PointRow } from '../../../../../shared/contract/index.ts';
import { POINT_KINDS } from '../../../../../shared/domain/floor/constants.ts';
import type { FloorState } from '../../../../../shared/domain/floor/state.ts';
import { directionOf, isLang, LANGS, type Lang, pick } from '../../../../../shared/domain/languages.ts';
import { invoke } from '../../../../app/calls.ts';
import { useDossier } from '../../../../app/dossier.tsx';
import { LANGUAGE_NAMES } from '../../../../i18n/locale.ts';
import { useLang } from '../../../../i18n/useFormat.ts';
import { Button, IconButton } from '../../../../ui/Button.tsx';
import { Checkbox } from '../../../../ui/Choice.tsx';
import { ComboBox } from '../../../../ui/ComboBox.tsx';
import { SEATS } from '../../../../ui/constituency.tsx';
import { type Option, Select } from '../../../../ui/Select.tsx';
import { useErrorText } from '../../../../ui/states.tsx';
import { SegmentedControl } from '../../../../ui/ToggleButton.tsx';
import { announce } from '../../../../ui/toasts.ts';
import { type Draft, useDraft } from '../useDraft.ts';
import { isApart, useSeatNames } from '../words.ts';

export const COMPOSER_ID = 'sitting-composer';

/** The line for what is being said. Enter files it; Shift files a proposed conclusion, Control an action. */
export function Composer({
  dossierId,
  sessionId,
  state,
  edited,
  onWriting,
  onLeaveEdit,
}: {
  readonly dossierId: string;
  readonly sessionId: string;
  readonly state: FloorState;
  readonly edited: PointRow | undefined;
  /** The entry that is in the line, and therefore not in the list. */
  readonly onWriting: (id: string) => void;
  readonly onLeaveEdit: () => void;
}) {
  const { t } = useTranslation('room');
  const { languages } = useDossier();
  const reader = useLang();
  const entryLang: Lang = languages.includes(reader) ? reader : (languages[0] ?? reader);
  const errorText = useErrorText();
  const [hasDetails, setDetails] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  // What was set stays set for the next entry: a speaker makes several points in one language.
  const kept = useRef<Pick<Draft, 'spoken' | 'interpreted'>>({ spoken: entryLang, interpreted: false });
  const speaker = state.speaking?.speaker;
  const begin = useCallback(
    (): Draft => ({
      id: crypto.randomUUID(),
      kind: 'point',
      text: '',
      lang: langOf(kept.current, entryLang, languages),
      item: state.item,
      seat: state.level === 'none' || !speaker || isApart(speaker) ? null : speaker,
      spoken: kept.current.spoken,
      interpreted: kept.current.interpreted,
      deficit: null,
    }),
    [state.item, state.level, speaker, entryLang, languages],
  );
  const { draft, change, file, take, status, answer } = useDraft(dossierId, sessionId, begin);

  useEffect(() => onWriting(draft.id), [draft.id, onWriting]);
  // A line that is still empty follows the floor, once: what is chosen by hand afterwards stands.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the floor has changed
  useEffect(() => {
    if (draft.text !== '' || edited) return;
    const { seat, item } = begin();
    change({ seat, item });
  }, [state.item, speaker]);
  const held = useRef<string>(undefined);
  useEffect(() => {
    if (!edited || held.current === edited.id) return;
    held.current = edited.id;
    take(fromRow(edited, reader, entryLang));
    field.current?.focus();
  }, [edited, take, reader, entryLang]);

  const put = (part: Partial<Draft> = {}): void => {
    if (draft.text.trim() === '' && !edited) return;
    held.current = undefined;
    file(part);
    onLeaveEdit();
    announce(t('record.filed'));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      put(
        event.shiftKey
          ? { kind: 'proposed-conclusion' }
          : event.ctrlKey || event.metaKey
            ? { kind: 'action' }
            : {},
      );
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      field.current?.blur();
      document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
    }
  };
  const setSpoken = (part: Partial<Pick<Draft, 'spoken' | 'interpreted'>>): void => {
    kept.current = { spoken: draft.spoken, interpreted: draft.interpreted, ...part };
    // The text of an entry that is there already stays in its language.
    const isNew = draft.text === '' && !edited;
    change({ ...part, ...(isNew && { lang: langOf(kept.current, entryLang, languages) }) });
  };
  const failed = status.state === 'failed' ? errorText(status.error) : undefined;
  return (
    <div className="sitting-composer">
      <div className="sitting-composer-line">
        <TextField
          className="sitting-composer-field"
          value={draft.text}
          onChange={(text) => change({ text })}
          maxLength={5000}
          isInvalid={failed !== undefined}
        >
          <Label className="visually-hidden">{t('record.write')}</Label>
          <Input
            id={COMPOSER_ID}
            ref={field}
            className="sitting-composer-input"
            placeholder={t('record.placeholder')}
            lang={draft.lang}
            dir={directionOf(draft.text ? draft.lang : reader)}
            onKeyDown={onKeyDown}
            autoComplete="off"
          />
        </TextField>
        <SegmentedControl
          label={t('record.kind')}
          value={draft.kind}
          options={POINT_KINDS.map((id) => ({ id, label: t(`pointKind.${id}`) }))}
          onChange={(kind) => change({ kind })}
        />
        <IconButton
          label={t('record.details')}
          icon={<SlidersHorizontal size={15} aria-hidden />}
          aria-expanded={hasDetails}
          onPress={() => setDetails(!hasDetails)}
        />
        <Button variant="primary" isDisabled={draft.text.trim() === '' && !edited} onPress={() => put()}>
          {t('record.file')}
        </Button>
      </div>
      {edited && (
        <Button
          variant="quiet"
          className="sitting-small"
          onPress={() => {
            held.current = undefined;
            file();
            onLeaveEdit();
          }}
        >
          {t('record.cancelEdit')}
        </Button>
      )}
      {hasDetails && (
        <Details
          draft={draft}
          change={change}
          setSpoken={setSpoken}
          dossierId={dossierId}
          hasSeat={state.level !== 'none'}
        />
      )}
      {failed && (
        <p className="sitting-bad sitting-note" role="alert">
          {failed.what} {failed.do}
        </p>
      )}
      {answer?.namesPerson && (
        <p className="sitting-late sitting-note" role="status">
          {t('record.namesPerson')}
        </p>
      )}
    </div>
  );
}

/** What is written as spoken is written in that language; what was interpreted, in the facilitator's own. */
const langOf = (
  { spoken, interpreted }: Pick<Draft, 'spoken' | 'interpreted'>,
  own: Lang,
  languages: readonly Lang[],
): Lang =>
  !interpreted && typeof spoken === 'string' && isLang(spoken) && languages.includes(spoken) ? spoken : own;

function fromRow(row: PointRow, reader: Lang, own: Lang): Draft {
  const best = pick(row.body, reader);
  return {
    id: row.id,
    kind: row.kind,
    text: best?.value.text ?? '',
    lang: best?.lang ?? own,
    item: row.item,
    seat: row.seat,
    spoken: row.spoken as Draft['spoken'],
    interpreted: row.interpreted,
    deficit: row.deficit,
  };
}

function Details({
  draft,
  change,
  setSpoken,
  dossierId,
  hasSeat,
}: {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly setSpoken: (part: Partial<Pick<Draft, 'spoken' | 'interpreted'>>) => void;
  readonly dossierId: string;
  readonly hasSeat: boolean;
}) {
  const { t } = useTranslation('room');
  const names = useSeatNames();
  const reader = useLang();
  const load = useCallback(
    async (query: string): Promise<readonly Option[]> => {
      const hits = await invoke('search.jump', { dossier: dossierId, text: query, lang: reader, limit: 40 });
      return hits
        .filter(({ type }) => type === 'deficit')
        .map(({ id, number, title }) => ({ id, label: title?.text ?? '', hint: `D-${number ?? ''}` }));
    },
    [dossierId, reader],
  );
  return (
    <div className="sitting-composer-details">
      {hasSeat && (
        <Select<string>
          label={t('record.from')}
          value={draft.seat ?? 'nobody'}
          options={[
            { id: 'nobody', label: t('record.fromNobody') },
            ...SEATS.map((id) => ({ id, label: names[id] })),
          ]}
          onChange={(seat) => change({ seat: SEATS.find((one) => one === seat) ?? null })}
        />
      )}
      <Select<string>
        label={t('record.spoken')}
        value={draft.spoken ?? 'other'}
        options={[
          ...LANGS.map((id) => ({ id, label: LANGUAGE_NAMES[id] })),
          { id: 'other', label: t('record.spokenOther') },
        ]}
        onChange={(spoken) => setSpoken({ spoken: spoken as Draft['spoken'] })}
      />
      <Checkbox isSelected={draft.interpreted} onChange={(interpreted) => setSpoken({ interpreted })}>
        {t('record.interpreted')}
      </Checkbox>
      <ComboBox
        label={t('record.about')}
        load={load}
        value={draft.deficit ?? undefined}
        placeholder={t('record.aboutSearch')}
        onChange={(deficit) => change({ deficit: deficit ?? null })}
      />
    </div>
  );
}
