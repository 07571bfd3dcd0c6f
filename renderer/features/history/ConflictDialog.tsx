import { Check } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conflict, ConflictHead, Input } from '../../../shared/contract/index.ts';
import type { TextEntry } from '../../../shared/domain/fields.ts';
import type { Json } from '../../../shared/domain/json.ts';
import type { EditableType } from '../../../shared/domain/records/index.ts';
import { choosablePhases } from '../../../shared/domain/scoring/phase.ts';
import type { RoundPhase } from '../../../shared/domain/scoring/types.ts';
import { useCall, useMutate } from '../../app/calls.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState, ErrorState, Notice, Skeleton } from '../../ui/states.tsx';
import { TextArea } from '../../ui/TextField.tsx';
import { announce } from '../../ui/toasts.ts';
import { agreedVersion, compose, rowsOf, wordDiff } from './diff.ts';
import { DiffText, textAttributes } from './parts/DiffText.tsx';
import { isTextEntry, ValueText } from './parts/ValueText.tsx';
import { useAuthor } from './RecordHistory.tsx';
import { splitField, useFieldLabel } from './words.ts';
import './history.css';

/** Rounds of scoring are decided by their own rules; all other records by the general ones. */
export type ResolvableType = EditableType | 'round';

/** Shows what several people set one field to and records what a person decides, with the reason. */
export function ConflictDialog({
  dossierId,
  type,
  id,
  field,
  onClose,
}: {
  readonly dossierId: string;
  readonly type: ResolvableType;
  readonly id: string;
  /** A flat field: `title.ar`, `position.G`. */
  readonly field: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['history', 'common']);
  const fieldLabel = useFieldLabel();
  const { data, error, refetch } = useCall('conflict.list', { dossier: dossierId, id });
  // What was seen when the dialog opened stays in view while the answer to one's own resolution arrives.
  const conflict = data?.find((one) => one.field === field);
  const [kept, setKept] = useState<Conflict>();
  if (conflict && !kept) setKept(conflict);
  const shown = kept ?? conflict;
  const ofRecord = useMutate('conflict.resolve');
  const ofRound = useMutate('scoring.resolve');
  const resolve = type === 'round' ? ofRound : ofRecord;
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const [value, setValue] = useState<{ readonly value: Json }>();

  const submit = (): void => {
    setTried(true);
    if (!value || reason.trim() === '') {
      announce(t(value ? 'resolveReasonRequired' : 'chooseFirst'), 'assertive');
      return;
    }
    const said = { dossier: dossierId, field, value: value.value, reason: reason.trim() };
    const settled = {
      onSuccess: () => {
        announce(t('resolved'));
        onClose();
      },
    };
    if (type === 'round') ofRound.mutate({ ...said, round: id } as Input<'scoring.resolve'>, settled);
    else ofRecord.mutate({ ...said, type, id } as Input<'conflict.resolve'>, settled);
  };

  return (
    <Dialog
      title={t('resolveTitle', { field: fieldLabel(field) })}
      isOpen
      onClose={onClose}
      isDismissable={false}
      size="l"
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          {shown && (
            <Button variant="primary" isPending={resolve.isPending} onPress={submit}>
              {t('resolveIt')}
            </Button>
          )}
        </>
      }
    >
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={5} />}
      {data && !shown && <EmptyState title={t('noLongerInConflict')} />}
      {shown && (
        <div className="history-resolve">
          <p className="muted">{t(isLongText(shown) ? 'resolveText' : 'resolveValue')}</p>
          {isLongText(shown) ? (
            <TextVersions conflict={shown} onChange={(text) => setValue({ value: text })} />
          ) : (
            <Choices
              dossierId={dossierId}
              conflict={shown}
              chosen={value}
              onChange={(chosen) => setValue({ value: chosen })}
            />
          )}
          {splitField(field)[0] === 'position' && <Notice tone="warn">{t('positionAsWhole')}</Notice>}
          <TextArea
            label={t('resolveReason')}
            description={t('resolveReasonHelp')}
            isRequired
            minRows={2}
            maxLength={2000}
            value={reason}
            onChange={setReason}
            error={isTried && reason.trim() === '' ? t('resolveReasonRequired') : undefined}
          />
          {isTried && !value && <p className="field-error">{t('chooseFirst')}</p>}
          {resolve.error && <ErrorState error={resolve.error} size="inline" />}
        </div>
      )}
    </Dialog>
  );
}

const isLongText = (conflict: Conflict): boolean => conflict.heads.every(({ value }) => isTextEntry(value));

/** Who set it and when. */
function HeadBy({ head, version }: { readonly head: ConflictHead; readonly version: number }) {
  const { t } = useTranslation('history');
  const format = useFormat();
  const authorOf = useAuthor();
  return (
    <span className="history-by">
      <strong>{t('version', { n: version + 1 })}</strong>{' '}
      <span className="muted">
        · <bdi>{authorOf(head)}</bdi> · {format.dateTime(head.at)}
      </span>
    </span>
  );
}

/** Any value but a text: one of those that were set. A position is taken whole, with its reservation. */
function Choices({
  dossierId,
  conflict,
  chosen,
  onChange,
}: {
  readonly dossierId: string;
  readonly conflict: Conflict;
  readonly chosen: { readonly value: Json } | undefined;
  readonly onChange: (value: Json) => void;
}) {
  const { t } = useTranslation('history');
  const values = conflict.heads.map((head) => head.value);
  const isRound = conflict.type === 'round' && conflict.field === 'phase';
  const choosable: readonly Json[] = isRound ? choosablePhases(values as RoundPhase[]) : values;
  return (
    <ul className="history-choices">
      {conflict.heads.map((head, version) => {
        const isChosen = chosen !== undefined && chosen.value === head.value;
        return (
          <li key={head.change} className={isChosen ? 'chosen' : undefined}>
            <HeadBy head={head} version={version} />
            <div>
              <ValueText dossierId={dossierId} field={conflict.field} value={head.value} />
            </div>
            {choosable.includes(head.value) && (
              <Button
                {...(isChosen && { icon: <Check size={14} aria-hidden /> })}
                aria-pressed={isChosen}
                onPress={() => onChange(head.value)}
              >
                {t('takeThis')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Versions of a text beside what they both began from; the outcome is composed below and may be written freely. */
function TextVersions({
  conflict,
  onChange,
}: {
  readonly conflict: Conflict;
  readonly onChange: (text: TextEntry & Json) => void;
}) {
  const { t } = useTranslation('history');
  const { field, heads } = conflict;
  const texts = useMemo(() => heads.map(({ value }) => (value as unknown as TextEntry).text), [heads]);
  const statuses = heads.map(({ value }) => (value as unknown as TextEntry).status);
  const base = isTextEntry(conflict.base) ? conflict.base.text : undefined;
  // Without a common beginning the first version stands in, so that at least the difference is seen.
  const rows = useMemo(() => rowsOf(base ?? texts[0] ?? '', texts), [base, texts]);
  const [choices, setChoices] = useState<readonly (number | undefined)[]>(() => rows.map(agreedVersion));
  const [written, setWritten] = useState<string>();
  const open = choices.filter((choice) => choice === undefined).length;
  const composed = compose(
    rows,
    choices.map((choice) => choice ?? 0),
  );
  const text = written ?? (open === 0 ? composed : '');

  const say = (next: string): void => {
    const same = texts.indexOf(next);
    const status = statuses[same] ?? (statuses.every((s) => s === statuses[0]) ? statuses[0] : 'draft');
    onChange({ text: next, status: status ?? 'draft' });
  };
  const choose = (next: readonly (number | undefined)[]): void => {
    setChoices(next);
    setWritten(undefined);
    if (next.every((choice) => choice !== undefined)) say(compose(rows, next as number[]));
  };
  // One change on each side and none in the same paragraph: the composed text is there at once, still to be confirmed.
  const [isProposed, setProposed] = useState(false);
  if (!isProposed && open === 0) {
    setProposed(true);
    say(composed);
  }

  return (
    <>
      <table className="history-versions">
        <thead>
          <tr>
            {base !== undefined && <th scope="col">{t('baseVersion')}</th>}
            {heads.map((head, version) => (
              <th key={head.change} scope="col">
                <HeadBy head={head} version={version} />
                <Button onPress={() => choose(rows.map(() => version))}>{t('takeWhole')}</Button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => {
            const isOpen = agreedVersion(row) === undefined;
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of finished versions never move
              <tr key={at} className={isOpen ? 'both-changed' : undefined}>
                {base !== undefined && <td {...textAttributes(field)}>{row.base}</td>}
                {row.versions.map((version, n) => (
                  <td key={heads[n]?.change} className={choices[at] === n && isOpen ? 'chosen' : undefined}>
                    {version === null ? (
                      <span className="muted">{t('paragraphAbsent')}</span>
                    ) : (
                      <DiffText field={field} pieces={wordDiff(row.base ?? '', version)} />
                    )}
                    {isOpen && (
                      <Button
                        aria-pressed={choices[at] === n}
                        {...(choices[at] === n && { icon: <Check size={14} aria-hidden /> })}
                        onPress={() => choose(choices.map((choice, i) => (i === at ? n : choice)))}
                      >
                        {t('takeParagraph')}
                      </Button>
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      <TextArea
        label={t('outcome')}
        description={
          open > 0 && written === undefined ? t('paragraphsOpen', { count: open }) : t('outcomeHelp')
        }
        value={text}
        onChange={(next) => {
          setWritten(next);
          if (next.trim() !== '') say(next);
        }}
        lang={textAttributes(field).lang}
      />
    </>
  );
}
