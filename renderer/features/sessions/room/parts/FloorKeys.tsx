import { CirclePause, CirclePlay, SkipForward, Square, Undo2 } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { APART, type Apart } from '../../../../../shared/domain/floor/constants.ts';
import type { FloorSpeaking } from '../../../../../shared/domain/floor/state.ts';
import { Button } from '../../../../ui/Button.tsx';
import type { FloorAct } from '../useFloor.ts';

/** What the chair may do about whoever has the floor, without saying who that is. */
export type FloorKey = 'next' | 'hold' | 'extend' | 'stop' | 'take-back' | Apart;

/** The act behind a key, about the one who has the floor when it is pressed; none where nobody is to be stopped. */
export function actOf(key: FloorKey, speaking: FloorSpeaking | null): FloorAct | undefined {
  const current = speaking?.id ?? null;
  if (key === 'next') return { kind: 'next', current };
  if (key === 'hold') return { kind: 'hold', on: !speaking?.isHeld };
  if (key === 'extend') return { kind: 'extend', seconds: 30 };
  if (key === 'take-back') return { kind: 'take-back' };
  if (key === 'stop') return current === null ? undefined : { kind: 'stop', current };
  return { kind: 'apart', speaker: key, current };
}

/** Drawn again only when another key may be pressed: one speaker after another has the same keys. */
export const FloorKeys = memo(function FloorKeys({
  isSpeaking,
  isHeld,
  hasNext,
  apart,
  act,
}: {
  readonly isSpeaking: boolean;
  readonly isHeld: boolean;
  readonly hasNext: boolean;
  /** What is timed apart now, if anything is. */
  readonly apart: Apart | undefined;
  readonly act: (key: FloorKey) => void;
}) {
  const { t } = useTranslation('room');
  return (
    <>
      <div className="sitting-floor-keys">
        <Button
          variant="primary"
          size="l"
          icon={<SkipForward size={16} aria-hidden className="flip" />}
          keyHint="N"
          isDisabled={!hasNext}
          onPress={() => act('next')}
        >
          {t('floor.next')}
        </Button>
        <Button
          size="l"
          icon={isHeld ? <CirclePlay size={16} aria-hidden /> : <CirclePause size={16} aria-hidden />}
          keyHint="Space"
          isDisabled={!isSpeaking}
          onPress={() => act('hold')}
        >
          {isHeld ? t('floor.continue') : t('floor.hold')}
        </Button>
        <Button size="l" keyHint="+" isDisabled={!isSpeaking} onPress={() => act('extend')}>
          {t('floor.extend')}
        </Button>
        {isSpeaking ? (
          <Button size="l" icon={<Square size={14} aria-hidden />} onPress={() => act('stop')}>
            {t('floor.stop')}
          </Button>
        ) : (
          <Button
            size="l"
            variant="quiet"
            icon={<Undo2 size={16} aria-hidden className="flip" />}
            onPress={() => act('take-back')}
          >
            {t('floor.takeBack')}
          </Button>
        )}
      </div>
      <fieldset className="sitting-apart">
        <legend className="muted">{t('apart.title')}</legend>
        {APART.map((speaker, index) => (
          <Button
            key={speaker}
            variant="quiet"
            keyHint={String(index + 5)}
            isDisabled={apart === speaker}
            onPress={() => act(speaker)}
          >
            {t(`apart.${speaker}`)}
          </Button>
        ))}
      </fieldset>
    </>
  );
});
