import { useTranslation } from 'react-i18next';
import type { DecisionRule } from '../../../../shared/domain/position.ts';
import { RadioGroup } from '../../../ui/Choice.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useValue } from '../../editing/index.ts';
import { useRuleSentences } from '../rules.ts';
import { ShareFields } from './ShareFields.tsx';

const KINDS = ['consensus', 'each-constituency', 'qualified-majority'] as const;
const BASES = ['present', 'entitled'] as const;

/** One value: a share without its base would be another rule. */
export function DecisionRuleField() {
  const { t } = useTranslation('mandate');
  const { value, set, isReadOnly, error } = useValue<DecisionRule>('decisionRule');
  const sentences = useRuleSentences();
  const choose = (kind: (typeof KINDS)[number]): void => {
    if (kind === value?.kind) return;
    set(kind === 'qualified-majority' ? { kind, numerator: 2, denominator: 3, base: 'present' } : { kind });
  };
  return (
    <div className="stack">
      <RadioGroup
        label={t('field.decisionRule')}
        layout="cards"
        options={KINDS.map((id) => ({
          id,
          label: t(`decision.name.${id}`),
          hint: t(`decision.hint.${id}`),
        }))}
        value={value?.kind}
        onChange={choose}
        isReadOnly={isReadOnly}
        error={error}
      />
      {value?.kind === 'qualified-majority' && (
        <div className="mandate-share">
          <ShareFields
            numerator={value.numerator}
            denominator={value.denominator}
            isReadOnly={isReadOnly}
            onChange={(share) => set({ ...value, ...share })}
          />
          <Select
            label={t('decision.base')}
            options={BASES.map((id) => ({ id, label: t(`decision.baseName.${id}`) }))}
            value={value.base}
            isReadOnly={isReadOnly}
            onChange={(base) => set({ ...value, base })}
          />
        </div>
      )}
      {value && (
        <p className="mandate-means" role="status">
          {sentences.decision(value)}
        </p>
      )}
    </div>
  );
}
