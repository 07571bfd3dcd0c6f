import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundRow } from '../../../../shared/contract/index.ts';
import { CODE_GROUPS, digitsOf, GROUP_DIGITS, readCode } from '../../../../shared/domain/scoring/code.ts';
import { SHOWN_FROM } from '../../../../shared/domain/scoring/tally.ts';
import { SIDES, type Side } from '../../../../shared/domain/scoring/types.ts';
import { invoke } from '../../../app/calls.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ErrorState, Notice } from '../../../ui/states.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useConstituencyNames } from '../../positions/index.ts';

const EMPTY: { readonly [S in Side]: string } = { G: '', E: '', W: '' };
const inGroups = (typed: string): string =>
  (digitsOf(typed).match(new RegExp(`\\d{1,${GROUP_DIGITS}}`, 'g')) ?? []).join(' ');

/** Three codes come together. A slip is told in its field, with its group, before anything is asked of the file. */
export function OpenDialog({
  dossierId,
  round,
  onClose,
  onOpened,
}: {
  readonly dossierId: string;
  readonly round: RoundRow;
  readonly onClose: () => void;
  readonly onOpened: () => void;
}): ReactNode {
  const { t } = useTranslation(['priorities', 'ui']);
  const format = useFormat();
  const names = useConstituencyNames();
  const [codes, setCodes] = useState(EMPTY);
  const [isTried, setTried] = useState(false);
  const [isOpening, setOpening] = useState(false);
  const [error, setError] = useState<unknown>();
  // Once another copy was opened the counts are those of its ballots.
  const few = round.mayStillOpen ? [] : SIDES.filter((side) => round.ballots[side] < SHOWN_FROM);
  const noteOf = (side: Side): { readonly error?: string; readonly isComplete: boolean } => {
    const read = readCode(codes[side]);
    if (read.ok) return { isComplete: true };
    // While somebody types a group that is not there yet is no slip.
    if (read.why === 'short' && !isTried) return { isComplete: false };
    return {
      isComplete: false,
      error: read.why === 'long' ? t('open.long') : t(`open.${read.why}`, { group: read.group }),
    };
  };
  const open = async (): Promise<void> => {
    setTried(true);
    setError(undefined);
    if (isOpening || SIDES.some((side) => !noteOf(side).isComplete)) return;
    setOpening(true);
    try {
      await invoke('scoring.open', { dossier: dossierId, round: round.id, codes });
      onOpened();
    } catch (failure) {
      setError(failure);
      setOpening(false);
    }
  };
  return (
    <Dialog
      title={t('open.title')}
      isOpen
      isDismissable={false}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('ui:dialog.cancel')}</Button>
          <Button variant="primary" isPending={isOpening} onPress={() => void open()}>
            {t('open.confirm')}
          </Button>
        </>
      }
    >
      <form
        className="form"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <p>{t('open.text')}</p>
        {few.length > 0 && (
          <Notice tone="warn">{t('open.few', { who: format.list(few.map((side) => names[side])) })}</Notice>
        )}
        {SIDES.map((side, n) => {
          const { error: slip, isComplete } = noteOf(side);
          return (
            <TextField
              key={side}
              className="priorities-code-field"
              label={t('open.code', { who: names[side] })}
              value={codes[side]}
              lang="en"
              inputMode="numeric"
              autoFocus={n === 0}
              maxLength={CODE_GROUPS * (GROUP_DIGITS + 3)}
              onChange={(typed) => setCodes((held) => ({ ...held, [side]: typed }))}
              onBlur={() => setCodes((held) => ({ ...held, [side]: inGroups(held[side]) }))}
              description={t(isComplete ? 'open.complete' : 'open.groups')}
              error={slip}
            />
          );
        })}
        {error !== undefined && <ErrorState error={error} size="inline" />}
        {/* Enter in a field opens the round, as the button does. */}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
