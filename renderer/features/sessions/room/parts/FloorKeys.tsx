import { CirclePause, CirclePlay, SkipForward, Square, Undo2 } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { APART, type Apart } from '../../../../../shared/domain/floor/constants.ts';
import { Button } from '../../../../ui/Button.tsx';
import type { FloorKey } from '../floor-keys.ts';

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
