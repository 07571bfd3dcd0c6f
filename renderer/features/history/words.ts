import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordView } from '../../../shared/contract/index.ts';
import { isLang, pick } from '../../../shared/domain/languages.ts';
import { isCriterion } from '../../../shared/domain/scoring/types.ts';
import { codelist, hasCode, labelIn, type SmallName } from '../../../shared/reference/index.ts';
import { useCall } from '../../app/calls.ts';
import { useOptionalDossier } from '../../app/dossier.tsx';
import { LANGUAGE_NAMES } from '../../i18n/locale.ts';
import { useLang } from '../../i18n/useFormat.ts';
import { useConstituencyNames } from '../positions/index.ts';

type FieldName = keyof typeof import('../../../shared/locales/en/history.json')['field'];
type TypeName = keyof typeof import('../../../shared/locales/en/history.json')['type'];

/** The codelist in which a field's codes have their words. */
const LISTS: { readonly [field: string]: SmallName } = {
  area: 'thematic-areas',
  areas: 'thematic-areas',
  subTopic: 'thematic-areas',
  affectedGroups: 'affected-groups',
  grounds: 'grounds',
  severity: 'severity',
  prevalence: 'prevalence',
  evidenceStrength: 'evidence-strength',
  evidenceHeld: 'evidence-strength',
  strength: 'evidence-strength',
  sector: 'sectors',
  formality: 'formality',
  confidentiality: 'confidentiality-levels',
  functionalAreas: 'functional-areas',
  functionalArea: 'functional-areas',
  priorityProgramme: 'priority-action-programmes',
  reason: 'absence-reasons',
};

/** The word for a code of a field, where the field has a codelist that knows it or the country added it to one. */
export function useCodeWord(): (name: string, code: string) => string | undefined {
  const lang = useLang();
  const dossier = useOptionalDossier()?.dossier;
  const { data } = useCall(
    'record.list',
    { dossier: dossier ?? '', type: 'nationalCode', limit: 5000 },
    { recordTypes: ['nationalCode'], enabled: dossier !== undefined },
  );
  return useMemo(() => {
    const national = new Map(
      ((data ?? []) as readonly RecordView<'nationalCode'>[]).map(
        ({ record }) => [record.code, pick(record.label, lang)?.value.text] as const,
      ),
    );
    return (name, code) => {
      const list = LISTS[name];
      if (!list) return undefined;
      return hasCode(codelist(list), code) ? labelIn(codelist(list), code, lang) : national.get(code);
    };
  }, [data, lang]);
}

/** `title.ar` -> ['title', 'ar']; `instruments:C087` -> ['instruments', 'C087']. */
export function splitField(flat: string): readonly [name: string, key: string | undefined] {
  const cut = flat.search(/[.:]/);
  return cut < 0 ? [flat, undefined] : [flat.slice(0, cut), flat.slice(cut + 1)];
}

/** What people call a flat field: "Title – العربية", "Severity – Government". */
export function useFieldLabel(): (flat: string) => string {
  const { t } = useTranslation('history');
  const word = useCodeWord();
  const names = useConstituencyNames();
  return useCallback(
    (flat) => {
      const [name, key] = splitField(flat);
      const label = t(`field.${name as FieldName}`);
      if (key === undefined) return label;
      const parts = key.split('.').map((part) => {
        if (isLang(part)) return LANGUAGE_NAMES[part];
        if (part === 'G' || part === 'E' || part === 'W') return names[part];
        if (name === 'criteria' && isCriterion(part)) return t(`criterion.${part}`);
        return word(name === 'areaLabels' ? 'area' : name, part) ?? part;
      });
      // Ids of other records say nothing to people; the value beside names the record.
      const said = parts.filter((part) => !/^[0-9a-f-]{36}$/.test(part));
      return said.length > 0 ? t('fieldOf', { field: label, part: said.join(' – ') }) : label;
    },
    [t, word, names],
  );
}

export function useTypeLabel(): (type: string) => string {
  const { t } = useTranslation('history');
  return useCallback((type) => t(`type.${type as TypeName}`), [t]);
}
