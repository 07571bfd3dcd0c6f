import { useTranslation } from 'react-i18next';
import type { DecisionRule, QuorumRule } from '../../../shared/domain/position.ts';
import { useFormat } from '../../i18n/useFormat.ts';

/** What a rule means, in one sentence. */
export function useRuleSentences(): {
  readonly decision: (rule: DecisionRule) => string;
  readonly quorum: (rule: QuorumRule) => string;
} {
  const { t } = useTranslation('mandate');
  const { count } = useFormat();
  return {
    decision: (rule) =>
      rule.kind === 'qualified-majority'
        ? t(`decision.majority.${rule.base}`, {
            n: count(rule.numerator),
            of: count(rule.denominator),
          })
        : t(`decision.means.${rule.kind}`),
    quorum: (rule) => {
      if (rule.kind === 'share-of-each')
        return t('quorum.means.share', { n: count(rule.numerator), of: count(rule.denominator) });
      if (rule.kind === 'number-of-each') return t('quorum.means.number', { count: rule.number });
      return t('quorum.means.none');
    },
  };
}
