import { Check, DoorOpen, EyeOff, FileText, ListTree, Pause, Play, TriangleAlert, X } from 'lucide-react';
import { memo, useMemo } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { expectedFrom } from '../../../../../shared/domain/floor/drift.ts';
import type { FloorState } from '../../../../../shared/domain/floor/state.ts';
import { paths } from '../../../../app/router.ts';
import { useFormat } from '../../../../i18n/useFormat.ts';
import { Badge, StatusDot } from '../../../../ui/Badge.tsx';
import { Button } from '../../../../ui/Button.tsx';
import { CONSTITUENCIES, ConstituencyTile } from '../../../../ui/constituency.tsx';
import { Menu } from '../../../../ui/Menu.tsx';
import { Tooltip } from '../../../../ui/Tooltip.tsx';
import { LiveTime } from '../LiveTime.tsx';
import { minutesOf } from '../times.ts';
import type { FloorAct } from '../useFloor.ts';
import { useSeatNames } from '../words.ts';

const WHY = ['prayer', 'meal', 'pause', 'other'] as const;
const PHASE_LOOKS = {
  planned: { shape: 'ring', tone: 'neutral' },
  open: { shape: 'dot', tone: 'ok' },
  suspended: { shape: 'half', tone: 'warn' },
  closed: { shape: 'square', tone: 'neutral' },
} as const;

interface HeadProps {
  readonly dossierId: string;
  readonly sessionId: string;
  readonly title: string;
  readonly state: FloorState;
  readonly at: number;
  readonly act: (act: FloorAct) => void;
  readonly onPresence: () => void;
  readonly onClose: () => void;
  readonly onKeyIn: () => void;
}

/** Name and state of the session, its quorum, and what is done with it as a whole. */
export const RoomHead = memo(function RoomHead({
  dossierId,
  sessionId,
  title,
  state,
  at,
  act,
  onPresence,
  onClose,
  onKeyIn,
}: HeadProps) {
  const { t } = useTranslation('room');
  const format = useFormat();
  const { phase, clock, driftMs, level } = state;
  const late = minutesOf(driftMs);
  const quorum = useSameQuorum(state.quorum);
  const isRunning = phase === 'open' || phase === 'suspended';
  return (
    <header className="sitting-head" data-region>
      <div className="sitting-head-title">
        <h1 tabIndex={-1}>{title}</h1>
        <p className="sitting-head-line">
          <StatusDot {...PHASE_LOOKS[phase]}>{t(`phase.${phase}`)}</StatusDot>
          {phase !== 'planned' && (
            <span>
              {t('head.elapsed')}{' '}
              <b>
                <LiveTime ms={clock.elapsedMs} at={at} isRunning={clock.isRunning} />
              </b>
            </span>
          )}
          {isRunning && state.items.length > 0 && (
            <>
              <span>{t('head.end', { time: format.time(endOf(state)) })}</span>
              <Badge tone={late > 0 ? 'warn' : 'ok'}>
                {late > 0 ? t('head.late', { count: late }) : t('head.onTime')}
              </Badge>
            </>
          )}
          <Tooltip text={t(`levelNote.${level}`)}>
            <AriaButton className="sitting-level">
              <EyeOff size={13} aria-hidden /> {t(`level.${level}`)}
              <span className="visually-hidden">. {t(`levelNote.${level}`)}</span>
            </AriaButton>
          </Tooltip>
        </p>
      </div>
      <HeadActions
        dossierId={dossierId}
        sessionId={sessionId}
        phase={phase}
        quorum={quorum}
        act={act}
        onPresence={onPresence}
        onClose={onClose}
        onKeyIn={onKeyIn}
      />
    </header>
  );
});

/** The quorum is taken anew with every state; it is drawn anew when it is another. */
function useSameQuorum(quorum: FloorState['quorum']): FloorState['quorum'] {
  const { at: _, ...counted } = quorum;
  const said = JSON.stringify(counted);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when it was taken is not shown
  return useMemo(() => quorum, [said]);
}

/** Apart from the line of times above: who speaks changes nothing here. */
const HeadActions = memo(function HeadActions({
  dossierId,
  sessionId,
  phase,
  quorum,
  act,
  onPresence,
  onClose,
  onKeyIn,
}: Pick<HeadProps, 'dossierId' | 'sessionId' | 'act' | 'onPresence' | 'onClose' | 'onKeyIn'> &
  Pick<FloorState, 'phase' | 'quorum'>) {
  const { t } = useTranslation('room');
  const isRunning = phase === 'open' || phase === 'suspended';
  return (
    <div className="sitting-head-actions">
      {/* All have left a closed session: its minutes say what the quorum was. */}
      {phase !== 'closed' && <QuorumButton quorum={quorum} onPress={onPresence} />}
      {phase === 'planned' && (
        <Button
          variant="primary"
          icon={<DoorOpen size={16} aria-hidden />}
          onPress={() => act({ kind: 'open' })}
        >
          {t('head.open')}
        </Button>
      )}
      {phase === 'open' && (
        <Menu
          label={t('head.suspend')}
          isBeside
          groups={[
            {
              items: WHY.map((why) => ({
                id: why,
                label: t(`why.${why}`),
                onAction: () => act({ kind: 'suspend', why }),
              })),
            },
          ]}
        >
          <Button icon={<Pause size={16} aria-hidden />}>{t('head.suspend')}</Button>
        </Menu>
      )}
      {phase === 'suspended' && (
        <Button
          variant="primary"
          icon={<Play size={16} aria-hidden />}
          onPress={() => act({ kind: 'resume' })}
        >
          {t('head.resume')}
        </Button>
      )}
      {(phase === 'suspended' || phase === 'closed') && <Button onPress={onKeyIn}>{t('head.keyIn')}</Button>}
      {isRunning && <Button onPress={onClose}>{t('head.close')}</Button>}
      {phase === 'closed' && (
        <a
          className="button primary"
          href={paths.section(dossierId, 'sessions', sessionId, { view: 'minutes' })}
        >
          <FileText size={16} aria-hidden /> {t('head.minutes')}
        </a>
      )}
      <a className="button quiet" href={paths.section(dossierId, 'sessions', sessionId)}>
        <ListTree size={16} aria-hidden /> {t('head.plan')}
      </a>
    </div>
  );
});

/** The time of day at which the agenda would end from here, if nothing more ran over. */
const endOf = ({ items }: FloorState): string =>
  new Date(Date.now() + expectedFrom(items).endMs).toISOString();

/** Three counts and one word: met or not, by shape too. */
function QuorumButton({ quorum, onPress }: Pick<FloorState, 'quorum'> & { readonly onPress: () => void }) {
  const { t } = useTranslation('room');
  const format = useFormat();
  const names = useSeatNames();
  const hasRule = quorum.rule !== null && quorum.rule.kind !== 'none';
  const word = !hasRule ? t('head.quorumNone') : quorum.met ? t('head.quorumMet') : t('head.quorumLost');
  return (
    <AriaButton
      className={`sitting-quorum ${!hasRule ? 'none' : quorum.met ? 'met' : 'lost'}`}
      onPress={onPress}
    >
      <span className="visually-hidden">{`${t('head.quorum')}: ${word}. ${CONSTITUENCIES.map((seat) =>
        t('head.quorumOf', {
          who: names[seat],
          present: quorum.seats[seat].present,
          entitled: quorum.seats[seat].entitled,
        }),
      ).join('. ')}`}</span>
      <span className="sitting-quorum-word" aria-hidden="true">
        {hasRule &&
          (quorum.met ? (
            <Check size={14} strokeWidth={2.6} aria-hidden />
          ) : (
            <TriangleAlert size={14} aria-hidden />
          ))}
        {t('head.quorum')} <b>{word}</b>
      </span>
      {CONSTITUENCIES.map((seat) => (
        <span key={seat} className="sitting-quorum-seat" aria-hidden="true">
          <ConstituencyTile seat={seat} size="s" isDecorative />
          <span className="num">
            {format.count(quorum.seats[seat].present)}/{format.count(quorum.seats[seat].entitled)}
          </span>
          {hasRule &&
            (quorum.seats[seat].met ? (
              <Check size={12} strokeWidth={2.6} aria-hidden className="sitting-ok" />
            ) : (
              <X size={12} strokeWidth={2.6} aria-hidden className="sitting-bad" />
            ))}
        </span>
      ))}
      <span className="key" aria-hidden="true">
        P
      </span>
    </AriaButton>
  );
}
