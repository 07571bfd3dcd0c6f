import { useQueryClient } from '@tanstack/react-query';
import { memo, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FloorState } from '../../../../shared/contract/index.ts';
import { invoke } from '../../../app/calls.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ErrorState } from '../../../ui/states.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { useEntryLanguage } from './language.ts';
import { type PaperPoint, PointsForm } from './PointsForm.tsx';
import { isTaken, type PaperPresence, PresenceForm } from './PresenceForm.tsx';
import { type PaperTurn, TurnsForm } from './TurnsForm.tsx';
import '../sessions.css';

interface Props {
  readonly dossierId: string;
  readonly sessionId: string;
  /** The session is over. While it is not, who is here is counted on the screen of presence alone. */
  readonly isClosed: boolean;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Types in what was kept on paper. Nothing is written before all of it is entered, as one step. */
export const KeyInDialog = memo(function KeyInDialog({
  dossierId,
  sessionId,
  isClosed,
  isOpen,
  onClose,
}: Props): ReactNode {
  const { t } = useTranslation(['sessions', 'common']);
  const client = useQueryClient();
  const lang = useEntryLanguage();
  const [turns, setTurns] = useState<readonly PaperTurn[]>([]);
  const [presence, setPresence] = useState<PaperPresence>({});
  const [points, setPoints] = useState<readonly PaperPoint[]>([]);
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const counted = isClosed ? Object.entries(presence).filter(isTaken) : [];
  const isEmpty = turns.length === 0 && points.length === 0 && counted.length === 0;
  const enter = async (): Promise<void> => {
    setPending(true);
    setFailure(undefined);
    const input = { dossier: dossierId, session: sessionId };
    try {
      const next = await invoke('floor.keyIn', {
        ...input,
        turns: turns.map(({ seat, kind, ms }) => ({ seat, kind, ms })),
        presence: counted.map(([, { seat, standing, count }]) => ({ seat, standing, count })),
        points: points.map(({ kind, text, seat }) => ({
          kind,
          body: { [lang]: { text, status: 'original' as const } },
          ...(seat && { seat }),
        })),
      });
      client.setQueryData<FloorState>(['floor.state', input], next);
      setTurns([]);
      setPresence({});
      setPoints([]);
      showToast({ tone: 'ok', text: t('keyIn.done') });
      onClose();
    } catch (thrown) {
      setFailure(thrown);
    } finally {
      setPending(false);
    }
  };
  return (
    <Dialog
      shape="drawer"
      size="l"
      title={t('keyIn.title')}
      isOpen={isOpen}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:close')}</Button>
          <Button variant="primary" isDisabled={isEmpty} isPending={isPending} onPress={() => void enter()}>
            {t('keyIn.enter')}
          </Button>
        </>
      }
    >
      <div className="sessions-keyin">
        <p className="prose">{t('keyIn.what')}</p>
        <TurnsForm turns={turns} onChange={setTurns} />
        {isClosed ? (
          <PresenceForm presence={presence} onChange={setPresence} />
        ) : (
          <p className="muted sessions-note">{t('keyIn.presenceLive')}</p>
        )}
        <PointsForm points={points} lang={lang} onChange={setPoints} />
        {failure !== undefined && <ErrorState error={failure} size="inline" />}
      </div>
    </Dialog>
  );
});
