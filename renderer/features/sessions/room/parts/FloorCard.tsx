import { CirclePause, Clock3, Mic } from 'lucide-react';
import { memo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FloorSpeaking, FloorState } from '../../../../../shared/domain/floor/state.ts';
import { ConstituencyTile, seatStyle } from '../../../../ui/constituency.tsx';
import { announce } from '../../../../ui/toasts.ts';
import { useSame } from '../../../../ui/useSame.ts';
import { actOf, type FloorKey } from '../floor-keys.ts';
import { useTick } from '../ticker.ts';
import { useClockText } from '../times.ts';
import type { FloorAct } from '../useFloor.ts';
import { isApart, useSpeakerName, useWho } from '../words.ts';
import { FloorKeys } from './FloorKeys.tsx';

/** Who has the floor, for how long, and what the chair may do about it. */
export const FloorCard = memo(function FloorCard({
  state,
  at,
  act,
}: {
  readonly state: FloorState;
  readonly at: number;
  readonly act: (act: FloorAct) => void;
}) {
  const { t } = useTranslation('room');
  const { speaking, phase } = state;
  const actNow = useSame((key: FloorKey) => {
    const wanted = actOf(key, speaking);
    if (wanted) act(wanted);
  });
  const isOpen = phase === 'open';
  const seat = speaking && !isApart(speaking.speaker) ? speaking.speaker : undefined;
  return (
    <section
      className={`card sitting-floor${speaking ? ' is-live' : ''}`}
      style={seat ? seatStyle(seat) : undefined}
      aria-label={t('floor.title')}
      data-region
    >
      {speaking ? (
        <Speaker key={speaking.id} speaking={speaking} at={at} isRunning={isOpen} mayName={state.mayName} />
      ) : (
        <div className="sitting-nobody">
          <Mic size={26} strokeWidth={1.5} aria-hidden />
          <div>
            <p className="sitting-nobody-what">{isOpen ? t('floor.nobody') : t(`phase.${phase}`)}</p>
            <p className="muted">
              {phase === 'open'
                ? state.queue.length > 0
                  ? t('floor.nobodyNext')
                  : t('floor.nobodyEmpty')
                : t(`floor.${phase}`)}
            </p>
          </div>
        </div>
      )}
      {isOpen && (
        <FloorKeys
          isSpeaking={speaking !== null}
          isHeld={speaking?.isHeld ?? false}
          hasNext={speaking !== null || state.queue.length > 0}
          apart={speaking && isApart(speaking.speaker) ? speaking.speaker : undefined}
          act={actNow}
        />
      )}
    </section>
  );
});

function Speaker({
  speaking,
  at,
  isRunning,
  mayName,
}: {
  readonly speaking: FloorSpeaking;
  readonly at: number;
  readonly isRunning: boolean;
  readonly mayName: boolean;
}) {
  const { t } = useTranslation('room');
  const who = useWho();
  const speakerName = useSpeakerName();
  const { speaker, turn, organization, isHeld, limitMs } = speaking;
  const seat = isApart(speaker) ? undefined : speaker;
  // The constituency itself speaks: it is said once.
  const isNamed = speaking.name !== null;
  return (
    <div className="sitting-speaker">
      <div className="sitting-speaker-who">
        <p className="sitting-speaker-label">
          {turn === 'turn' ? t('floor.has') : t(`turn.${turn}`)}
          {isHeld && (
            <span className="badge warn">
              <CirclePause size={12} aria-hidden /> {t('floor.held')}
            </span>
          )}
        </p>
        <p
          className={`sitting-speaker-name${mayName ? '' : ' sitting-secret'}`}
          onCopy={(event) => {
            if (!mayName) event.preventDefault();
          }}
        >
          {seat && !isNamed && <ConstituencyTile seat={seat} isDecorative />}
          {who(speaking)}
        </p>
        {(isNamed || !seat || organization) && (
          <p className="sitting-speaker-seat">
            {!seat && <Clock3 size={16} aria-hidden />}
            {seat && isNamed && <ConstituencyTile seat={seat} isDecorative />}
            <span>{seat ? isNamed && speakerName(seat) : t('apart.title')}</span>
            {organization && (
              <span className="muted">
                {isNamed && '· '}
                {organization}
              </span>
            )}
          </p>
        )}
      </div>
      <Timer
        elapsedMs={speaking.elapsedMs}
        limitMs={limitMs}
        at={at}
        isRunning={isRunning && !isHeld}
        onOver={() => announce(t('floor.isOver', { who: who(speaking) }))}
      />
    </div>
  );
}

/** The time of the turn: runs through refs, says once when it is over, and never counts by its ticks. */
function Timer({
  elapsedMs,
  limitMs,
  at,
  isRunning,
  onOver,
}: {
  readonly elapsedMs: number;
  readonly limitMs: number | null;
  readonly at: number;
  readonly isRunning: boolean;
  readonly onOver: () => void;
}) {
  const { t } = useTranslation('room');
  const text = useClockText();
  const root = useRef<HTMLDivElement>(null);
  const time = useRef<HTMLSpanElement>(null);
  const rest = useRef<HTMLSpanElement>(null);
  const bar = useRef<HTMLSpanElement>(null);
  const over = useRef<boolean>(undefined);
  useTick((now) => {
    const elapsed = isRunning ? elapsedMs + (now - at) : elapsedMs;
    const isOver = limitMs !== null && elapsed >= limitMs;
    write(time.current, text(elapsed));
    if (limitMs === null) write(rest.current, t('floor.noLimit'));
    else if (isOver) write(rest.current, `${t('floor.over')} ${text(elapsed - limitMs)}`);
    // What is left is rounded up, so that it reads nought only when nothing is left.
    else
      write(
        rest.current,
        `${text(limitMs - elapsed + 999)} ${t('floor.left')} ${t('floor.of', { time: text(limitMs) })}`,
      );
    root.current?.classList.toggle('is-over', isOver);
    if (bar.current)
      bar.current.style.inlineSize = `${limitMs ? Math.min(100, (elapsed / limitMs) * 100) : limitMs === 0 ? 100 : 0}%`;
    if (isOver && over.current === false) onOver();
    over.current = isOver;
  });
  return (
    <div className="sitting-timer" ref={root} role="timer" aria-label={t('floor.title')} aria-live="off">
      <span ref={time} dir="ltr" className="num sitting-timer-time" />
      <span ref={rest} className="num sitting-timer-rest" />
      <span className="sitting-track" aria-hidden="true">
        <span ref={bar} className="sitting-timer-bar" />
      </span>
    </div>
  );
}

function write(element: HTMLElement | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}
