import { Clock3, History, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FloorState } from '../../../../../shared/domain/floor/state.ts';
import { invoke } from '../../../../app/calls.ts';
import { Button } from '../../../../ui/Button.tsx';
import { ErrorState, Notice } from '../../../../ui/states.tsx';
import { BatteryNotice, BreakCopy } from '../../help/index.ts';
import { useClockText } from '../times.ts';
import type { Floor } from '../useFloor.ts';

/** What happened to the clock or the machine, and what may be done about it. Nothing is done by itself. */
export function NoticeStrip({
  dossierId,
  sessionId,
  state,
  floor,
}: {
  readonly dossierId: string;
  readonly sessionId: string;
  readonly state: FloorState;
  readonly floor: Floor;
}) {
  const { t } = useTranslation('room');
  const clock = useClockText();
  const [failure, setFailure] = useState<unknown>();
  const closeThen = async (): Promise<void> => {
    try {
      await invoke('session.close', { dossier: dossierId, session: sessionId, at: 'last-act' });
      setFailure(undefined);
      floor.refetch();
    } catch (thrown) {
      setFailure(thrown);
    }
  };
  const problem = failure ?? floor.refusal;
  return (
    <div className="sitting-notices">
      {problem ? <ErrorState error={problem} size="inline" /> : null}
      {state.notices.toReversed().map(({ id, kind, ms }) => (
        <Notice
          key={id}
          tone={kind === 'restored' || kind === 'level-tightened' ? 'accent' : 'warn'}
          icon={
            kind === 'restored' ? (
              <History size={16} aria-hidden />
            ) : kind === 'level-tightened' ? (
              <TriangleAlert size={16} aria-hidden />
            ) : (
              <Clock3 size={16} aria-hidden />
            )
          }
          action={
            <span className="row">
              {kind === 'gap' && (
                <Button
                  className="sitting-small"
                  onPress={() => void floor.act({ kind: 'count-gap', notice: id })}
                >
                  {t('notice.count')}
                </Button>
              )}
              {kind === 'left-open' && (
                <Button className="sitting-small" onPress={() => void closeThen()}>
                  {t('notice.closeThen')}
                </Button>
              )}
              <Button
                className="sitting-small"
                variant="quiet"
                onPress={() => void floor.act({ kind: 'dismiss', notice: id })}
              >
                {t('notice.dismiss')}
              </Button>
            </span>
          }
        >
          {t(`notice.${kind}`, { time: clock(Math.abs(ms)) })}
        </Notice>
      ))}
      <BatteryNotice dossierId={dossierId} sessionId={sessionId} />
      <BreakCopy dossierId={dossierId} isBreak={state.phase === 'suspended'} />
    </div>
  );
}
