import { LockOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Coding, CodingPreview } from '../../../../shared/contract/index.ts';
import { type Labels, pick } from '../../../../shared/domain/languages.ts';
import { CODED_SETS, CODED_VALUES, CODING_STATES } from '../../../../shared/domain/register.ts';
import { useFormat, useLang } from '../../../i18n/useFormat.ts';
import type { Option } from '../../../ui/Select.tsx';
import { Notice } from '../../../ui/states.tsx';
import { Reference } from '../reference.tsx';
import type { Field } from './CodeFields.tsx';

/** All that was chosen, whichever field is open. */
export function Summary({
  coding,
  names,
  options,
}: {
  readonly coding: Coding;
  readonly names: { readonly [F in Field]: string };
  readonly options: { readonly [F in Field]: readonly Option[] };
}) {
  const { t } = useTranslation('register');
  const format = useFormat();
  const word = (field: Field, code: string): string =>
    options[field].find(({ id }) => id === code)?.label ?? code;
  const lines = [
    ...CODED_VALUES.flatMap((field) => {
      const value = coding[field];
      if (value === undefined) return [];
      return t('code.sets', {
        field: names[field],
        value: value === null ? t('code.empty') : word(field, value),
      });
    }),
    ...CODED_SETS.flatMap((field) => {
      const { add = [], remove = [] } = coding[field] ?? {};
      const said = (codes: readonly string[]): string => format.list(codes.map((code) => word(field, code)));
      return [
        ...(add.length > 0 ? [t('code.adds', { field: names[field], value: said(add) })] : []),
        ...(remove.length > 0 ? [t('code.takes', { field: names[field], value: said(remove) })] : []),
      ];
    }),
  ];
  return (
    <ul className="deficits-coding-lines">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** What the step would do to the marked deficits, and what it would leave alone and why. */
export function Preview({ preview }: { readonly preview: CodingPreview }) {
  const { t } = useTranslation(['register', 'deficits']);
  const lang = useLang();
  const format = useFormat();
  const { counts, judged, opened, kept } = preview;
  const left = CODING_STATES.reduce((sum, state) => (state === 'changes' ? sum : sum + counts[state]), 0);
  return (
    <>
      <p>
        <strong>{t('code.changes', { count: counts.changes })}</strong>
      </p>
      {judged > 0 && <Notice tone="warn">{t('code.judged', { count: judged })}</Notice>}
      {opened > 0 && (
        <Notice tone="warn" icon={<LockOpen size={16} aria-hidden />}>
          {t('code.opened', { count: opened })}
        </Notice>
      )}
      {left > 0 && (
        <>
          <p>
            {t('code.kept', { count: left })}:{' '}
            {format.list(
              CODING_STATES.flatMap((state) =>
                state === 'changes' || counts[state] === 0
                  ? []
                  : [`${t(`code.state.${state}`)} (${format.count(counts[state])})`],
              ),
            )}
          </p>
          <ul className="deficits-coding-kept" aria-label={t('code.keptList')}>
            {kept.map(({ id, number, title, state }) => (
              <li key={id}>
                <Reference number={number || null} />
                <bdi className="clip-1">{pick(title as Labels, lang)?.value ?? t('deficits:untitled')}</bdi>
                <span className="muted">{t(`code.state.${state}`)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
