import { SlidersHorizontal } from 'lucide-react';
import { type KeyboardEvent, memo, useCallback, useEffect, useRef, useState } from 'react';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import type { PointRow } from '../../../../../shared/contract/index.ts';
import { POINT_KINDS } from '../../../../../shared/domain/floor/constants.ts';
import { directionOf, type Lang } from '../../../../../shared/domain/languages.ts';
import { useDossier } from '../../../../app/dossier.tsx';
import { useLang } from '../../../../i18n/useFormat.ts';
import { Button, IconButton } from '../../../../ui/Button.tsx';
import { useErrorText } from '../../../../ui/states.tsx';
import { SegmentedControl } from '../../../../ui/ToggleButton.tsx';
import { announce } from '../../../../ui/toasts.ts';
import { useSame } from '../../../../ui/useSame.ts';
import { type Draft, draftOf, languageOf } from '../draft.ts';
import { useDraft } from '../useDraft.ts';
import type { EntryFloor } from '../useEntryFloor.ts';
import { useKeep } from '../useRecord.ts';
import { isApart } from '../words.ts';
import { EntryDetails } from './EntryDetails.tsx';

export const COMPOSER_ID = 'sitting-composer';

/** The line for what is being said. Enter files it; Shift files a proposed conclusion, Control an action. */
export function Composer({
  dossierId,
  sessionId,
  floor,
  edited,
  onWriting,
  onLeaveEdit,
}: {
  readonly dossierId: string;
  readonly sessionId: string;
  readonly floor: EntryFloor;
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
  const { item, level, speaker } = floor;
  const begin = useCallback(
    (): Draft => ({
      id: crypto.randomUUID(),
      kind: 'point',
      text: '',
      lang: languageOf(kept.current, entryLang, languages),
      item,
      seat: level === 'none' || !speaker || isApart(speaker) ? null : speaker,
      participant: null,
      organization: null,
      spoken: kept.current.spoken,
      interpreted: kept.current.interpreted,
      deficit: null,
      clause: null,
      responsible: '',
      responsibleLang: null,
      due: null,
      level,
    }),
    [item, level, speaker, entryLang, languages],
  );
  const { draft, change, file, take, status, answer } = useDraft(dossierId, sessionId, begin, useKeep());

  useEffect(() => onWriting(draft.id), [draft.id, onWriting]);
  // A line that is still empty follows the floor, once: what is chosen by hand afterwards stands.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the floor has changed
  useEffect(() => {
    if (draft.text !== '' || edited) return;
    const { seat, item, participant, organization } = begin();
    change({ seat, item, participant, organization });
  }, [item, speaker]);
  const held = useRef<string>(undefined);
  useEffect(() => {
    if (!edited || held.current === edited.id) return;
    held.current = edited.id;
    take(draftOf(edited, reader, entryLang, level));
    field.current?.focus();
  }, [edited, take, reader, entryLang, level]);

  const put = (part: Partial<Draft> = {}): void => {
    if (draft.text.trim() === '' && !edited) return;
    held.current = undefined;
    file(part);
    onLeaveEdit();
    announce(t('record.filed'));
  };
  const fileNow = useSame(() => put());
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
    change({ ...part, ...(isNew && { lang: languageOf(kept.current, entryLang, languages) }) });
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
        <KindChoice kind={draft.kind} change={change} />
        <LineKeys
          hasDetails={hasDetails}
          onDetails={setDetails}
          canFile={draft.text.trim() !== '' || edited !== undefined}
          onFile={fileNow}
        />
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
        <EntryDetails
          draft={draft}
          change={change}
          setSpoken={setSpoken}
          dossierId={dossierId}
          floor={floor}
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

/** Apart from the line, which is drawn anew with every letter. */
const KindChoice = memo(function KindChoice({
  kind,
  change,
}: {
  readonly kind: Draft['kind'];
  readonly change: (part: Partial<Draft>) => void;
}) {
  const { t } = useTranslation('room');
  return (
    <SegmentedControl
      label={t('record.kind')}
      value={kind}
      options={POINT_KINDS.map((id) => ({ id, label: t(`pointKind.${id}`) }))}
      onChange={(next) => change({ kind: next })}
    />
  );
});

/** Apart for the same reason. */
const LineKeys = memo(function LineKeys({
  hasDetails,
  onDetails,
  canFile,
  onFile,
}: {
  readonly hasDetails: boolean;
  readonly onDetails: (isShown: boolean) => void;
  readonly canFile: boolean;
  readonly onFile: () => void;
}) {
  const { t } = useTranslation('room');
  return (
    <>
      <IconButton
        label={t('record.details')}
        icon={<SlidersHorizontal size={15} aria-hidden />}
        aria-expanded={hasDetails}
        onPress={() => onDetails(!hasDetails)}
      />
      <Button variant="primary" isDisabled={!canFile} onPress={onFile}>
        {t('record.file')}
      </Button>
    </>
  );
});
