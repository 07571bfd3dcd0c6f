import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberField } from '../../../ui/NumberField.tsx';

interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

/** A share as two whole numbers; one that is more than the whole is not taken. */
export function ShareFields({
  numerator,
  denominator,
  isReadOnly,
  onChange,
}: Share & { readonly isReadOnly: boolean; readonly onChange: (share: Share) => void }) {
  const { t } = useTranslation('mandate');
  const [typed, setTyped] = useState<Share>({ numerator, denominator });
  useEffect(() => setTyped({ numerator, denominator }), [numerator, denominator]);
  const isMore = typed.numerator > typed.denominator;
  const type = (part: Partial<Share>): void => {
    const next = { ...typed, ...part };
    setTyped(next);
    if (next.numerator <= next.denominator) onChange(next);
  };
  return (
    <>
      <NumberField
        label={t('share.numerator')}
        value={typed.numerator}
        minValue={1}
        maxValue={100}
        step={1}
        isReadOnly={isReadOnly}
        error={isMore ? t('share.more') : undefined}
        onChange={(n) => n !== undefined && type({ numerator: n })}
      />
      <NumberField
        label={t('share.denominator')}
        value={typed.denominator}
        minValue={1}
        maxValue={100}
        step={1}
        isReadOnly={isReadOnly}
        onChange={(n) => n !== undefined && type({ denominator: n })}
      />
    </>
  );
}
