import {
  FileX2,
  Laptop,
  LogIn,
  LogOut,
  MessageSquareLock,
  Minus,
  NotebookPen,
  Plus,
  Speech,
} from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionRow } from '../../../../shared/contract/index.ts';
import { invoke } from '../../../app/calls.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { ErrorState, Skeleton } from '../../../ui/states.tsx';
import { useIsReadOnly } from '../../editing/index.ts';
import { useConstituencyNames } from '../../positions/index.ts';
import { SessionHead } from '../plan/SessionHead.tsx';
import { useRow } from '../plan/useRow.tsx';
import { useFloor } from '../room/index.ts';
import '../sessions.css';

/** A caucus: when it met and how many came. What is said in it stays on paper or on the group's own machine. */
export function CaucusScreen({
  dossierId,
  sessionId,
}: {
  readonly dossierId: string;
  readonly sessionId: string;
}): ReactNode {
  const { t } = useTranslation(['sessions', 'editing']);
  const found = useRow(dossierId, sessionId, t('caucus.title'));
  if (!found.row) return found.instead;
  const { row } = found;
  return (
    <div className="split">
      <div className="sessions-page">
        <SessionHead dossierId={dossierId} row={row} view="caucus" />
        <Card title={t('caucus.nothingHere')}>
          <div className="sessions-caucus">
            <p className="prose">{t('caucus.why')}</p>
            <ul>
              <li>
                <NotebookPen size={18} aria-hidden />
                <span>
                  <strong>{t('caucus.paper')}</strong> {t('caucus.paperText')}
                </span>
              </li>
              <li>
                <Laptop size={18} aria-hidden />
                <span>
                  <strong>{t('caucus.machine')}</strong> {t('caucus.machineText')}
                </span>
              </li>
              <li>
                <FileX2 size={18} aria-hidden />
                <span>
                  <strong>{t('caucus.sealed')}</strong> {t('caucus.sealedText')}
                </span>
              </li>
              <li>
                <Speech size={18} aria-hidden />
                <span>
                  <strong>{t('caucus.answer')}</strong> {t('caucus.answerText')}
                </span>
              </li>
            </ul>
          </div>
        </Card>
        <Times dossierId={dossierId} row={row} />
      </div>
    </div>
  );
}

/** The times of the caucus and how many were there: all that this dossier keeps of it. */
function Times({ dossierId, row }: { readonly dossierId: string; readonly row: SessionRow }): ReactNode {
  const { t } = useTranslation('sessions');
  const format = useFormat();
  const names = useConstituencyNames();
  const isReadOnly = useIsReadOnly();
  const { state, act, error, refusal, refetch } = useFloor(dossierId, row.id);
  const [failure, setFailure] = useState<unknown>();
  const seat = row.constituency;
  const here = state?.presence.find((one) => one.seat === seat);
  const present = here ? here.titular + here.alternate + here.adviser : 0;
  const isHeld = state?.phase === 'open' || state?.phase === 'suspended';
  const close = async (at: 'now' | 'last-act'): Promise<void> => {
    setFailure(undefined);
    try {
      await invoke('session.close', { dossier: dossierId, session: row.id, at });
      refetch();
    } catch (thrown) {
      setFailure(thrown);
    }
  };
  return (
    <Card title={t('caucus.times')}>
      {error !== undefined && error !== null && (
        <ErrorState error={error} size="inline" onRetry={() => void refetch()} />
      )}
      {!state && !error && <Skeleton lines={2} />}
      {state && (
        <div className="stack">
          <p role="status">
            {state.phase === 'planned' && t('caucus.notYet')}
            {isHeld && state.clock.openedAt && t('caucus.since', { time: format.time(state.clock.openedAt) })}
            {state.phase === 'closed' && t('caucus.over')}
          </p>
          {isHeld && seat && (
            <div className="row">
              <span role="status">{t('caucus.present', { who: names[seat], count: present })}</span>
              {!isReadOnly && (
                <>
                  <IconButton
                    size="s"
                    label={t('caucus.oneMore')}
                    icon={<Plus size={15} aria-hidden />}
                    onPress={() => void act({ kind: 'arrive', seat, count: 1 })}
                  />
                  <IconButton
                    size="s"
                    label={t('caucus.oneLess')}
                    icon={<Minus size={15} aria-hidden />}
                    isDisabled={present === 0}
                    onPress={() => void act({ kind: 'leave', seat, count: 1 })}
                  />
                </>
              )}
            </div>
          )}
          {!seat && <p className="sessions-warn">{t('caucus.whose')}</p>}
          {!isReadOnly && (
            <div className="row">
              {state.phase === 'planned' && seat && (
                <Button
                  variant="primary"
                  icon={<LogIn size={15} aria-hidden className="flip" />}
                  onPress={() => void act({ kind: 'open' })}
                >
                  {t('caucus.begin')}
                </Button>
              )}
              {isHeld && (
                <Button
                  icon={<LogOut size={15} aria-hidden className="flip" />}
                  onPress={() => void close('now')}
                >
                  {t('caucus.end')}
                </Button>
              )}
              {isHeld && row.isLeftOpen && (
                <Button onPress={() => void close('last-act')}>{t('caucus.endThen')}</Button>
              )}
            </div>
          )}
          <p className="muted sessions-note">
            <MessageSquareLock size={14} aria-hidden /> {t('caucus.kept')}
          </p>
          {(refusal ?? failure) !== undefined && <ErrorState error={refusal ?? failure} size="inline" />}
        </div>
      )}
    </Card>
  );
}
