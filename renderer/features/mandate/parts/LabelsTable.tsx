import { useTranslation } from 'react-i18next';
import type { TextEntry } from '../../../../shared/domain/fields.ts';
import type { Lang } from '../../../../shared/domain/languages.ts';
import { labelOf } from '../../../../shared/reference/index.ts';
import { useAutosave } from '../../../app/autosave.ts';
import { useDossier } from '../../../app/dossier.tsx';
import { LANGUAGE_NAMES } from '../../../i18n/locale.ts';
import { useLang } from '../../../i18n/useFormat.ts';
import { AreaIcon } from '../../../ui/AreaIcon.tsx';
import { CONSTITUENCIES, ConstituencyTile } from '../../../ui/constituency.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { AREA_CODES, useRecordEditing, useSaveError } from '../../editing/index.ts';

/** What this country calls the areas and the constituencies; the codes stay, so packages stay comparable. */
export function LabelsTable() {
  const { t } = useTranslation(['mandate', 'ui']);
  const { languages } = useDossier();
  const lang = useLang();
  return (
    <div className="mandate-labels">
      <table>
        <caption className="visually-hidden">{t('card.labels')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('labels.usual')}</th>
            {languages.map((each) => (
              <th key={each} scope="col" lang={each}>
                {LANGUAGE_NAMES[each]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {CONSTITUENCIES.map((seat) => (
            <tr key={seat}>
              <th scope="row">
                <span className="mandate-label-name">
                  <ConstituencyTile seat={seat} size="s" isDecorative /> {t(`ui:seat.${seat}`)}
                </span>
              </th>
              {languages.map((each) => (
                <td key={each}>
                  <LabelField
                    name="constituencyLabels"
                    code={seat}
                    lang={each}
                    of={t(`ui:seat.${seat}`)}
                    maxLength={100}
                  />
                </td>
              ))}
            </tr>
          ))}
          {AREA_CODES.map((area) => (
            <tr key={area}>
              <th scope="row">
                <span className="mandate-label-name">
                  <AreaIcon area={area} /> {labelOf('thematic-areas', area, lang)}
                </span>
              </th>
              {languages.map((each) => (
                <td key={each}>
                  <LabelField
                    name="areaLabels"
                    code={area}
                    lang={each}
                    of={labelOf('thematic-areas', area, lang)}
                    maxLength={200}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Labelled = { readonly [code: string]: { readonly [L in Lang]?: TextEntry } } | undefined;

function LabelField({
  name,
  code,
  lang,
  of,
  maxLength,
}: {
  readonly name: 'areaLabels' | 'constituencyLabels';
  readonly code: string;
  readonly lang: Lang;
  /** The usual name, for the field's own. */
  readonly of: string;
  readonly maxLength: number;
}) {
  const { t } = useTranslation('mandate');
  const { members, conflicts, isReadOnly, edit } = useRecordEditing();
  const stored = (members[name] as Labelled)?.[code]?.[lang];
  const flat = `${name}.${code}.${lang}`;
  const saved = useAutosave<string>({
    value: stored?.text ?? '',
    isEqual: (a, b) => a.trim() === b.trim(),
    save: (text) =>
      edit({ [flat]: text.trim() ? { text: text.trim(), status: stored?.status ?? 'original' } : null }),
  });
  return (
    <TextField
      label={t('labels.of', { name: of, language: LANGUAGE_NAMES[lang] })}
      hideLabel
      lang={lang}
      placeholder={name === 'areaLabels' ? labelOf('thematic-areas', code, lang) : undefined}
      value={saved.value}
      onChange={saved.setValue}
      onBlur={saved.flush}
      maxLength={maxLength}
      isReadOnly={isReadOnly || conflicts.includes(flat)}
      error={useSaveError(saved)}
    />
  );
}
