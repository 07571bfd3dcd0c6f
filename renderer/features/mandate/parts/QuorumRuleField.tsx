import { useTranslation } from 'react-i18next';
import type { QuorumRule } from '../../../../shared/domain/position.ts';
import { RadioGroup } from '../../../ui/Choice.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { useValue } from '../../editing/index.ts';
import { useRuleSentences } from '../rules.ts';
import { ShareFields } from './ShareFields.tsx';

const KINDS = ['none', 'share-of-each', 'number-of-each'] as const;

/** Counted for each constituency by itself: a full room of two is no quorum of three. */
export function QuorumRuleField() {
  const { t } = useTranslation('mandate');
  const { value, set, isReadOnly, error } = useValue<QuorumRule>('quorumRule');
  const sentences = useRuleSentences();
  const choose = (kind: (typeof KINDS)[number]): void => {
    if (kind === value?.kind) return;
    if (kind === 'share-of-each') set({ kind, numerator: 1, denominator: 2 });
    else if (kind === 'number-of-each') set({ kind, number: 3 });
    else set({ kind });
  };
  return (
    <div className="stack">
      <RadioGroup
        label={t('field.quorumRule')}
        layout="cards"
        options={KINDS.map((id) => ({ id, label: t(`quorum.name.${id}`) }))}
        value={value?.kind}
        onChange={choose}
        isReadOnly={isReadOnly}
        error={error}
      />
      {value?.kind === 'share-of-each' && (
        <div className="mandate-share">
          <ShareFields
            numerator={value.numerator}
            denominator={value.denominator}
            isReadOnly={isReadOnly}
            onChange={(share) => set({ ...value, ...share })}
          />
        </div>
      )}
      {value?.kind === 'number-of-each' && (
        <div className="mandate-share">
          <NumberField
            label={t('quorum.number')}
            value={value.number}
            minValue={1}
            maxValue={1000}
            step={1}
            isReadOnly={isReadOnly}
            onChange={(number) => number !== undefined && set({ ...value, number })}
          />
        </div>
      )}
      {value && (
        <p className="mandate-means" role="status">
          {sentences.quorum(value)}
        </p>
      )}
    </div>
  );
}
