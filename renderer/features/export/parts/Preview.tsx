import { EyeOff, FileCheck2, FileClock, Quote } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ExportPreview } from '../../../../shared/contract/index.ts';
import type { Lang } from '../../../../shared/domain/languages.ts';
import { LANGUAGE_NAMES } from '../../../i18n/locale.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { Notice, Skeleton } from '../../../ui/states.tsx';

const HELD = ['deficit', 'strategy', 'action', 'clause', 'evidence', 'comment', 'organization'] as const;
const LEFT_OUT = ['deficit', 'strategy', 'clause', 'comment'] as const;
const COMPARED = [
  'number',
  'title',
  'statement',
  'originalLanguage',
  'area',
  'subTopic',
  'affectedGroups',
  'severity',
  'prevalence',
  'evidenceStrength',
  'sdgTargets',
  'positions',
  'convenor',
  'country',
  'decisionRule',
] as const;

/** What the chosen edition holds, what it leaves out, and what its readers will miss. */
export function Preview({
  preview,
  languages,
}: {
  readonly preview: ExportPreview | undefined;
  readonly languages: readonly Lang[];
}) {
  const { t } = useTranslation('export');
  if (!preview) return <Skeleton lines={6} />;
  const untranslated = languages.filter((lang) => (preview.untranslated[lang] ?? 0) > 0);
  const missing = COMPARED.filter((field) => (preview.missing[field] ?? 0) > 0);
  return (
    <div className="export-preview" aria-live="polite">
      {preview.draft ? (
        <Notice tone="warn" icon={<FileClock size={16} aria-hidden />}>
          <strong>{t('draft.mark')}</strong> {t('draft.why')}
        </Notice>
      ) : (
        <Notice tone="ok" icon={<FileCheck2 size={16} aria-hidden />}>
          {t('draft.no')}
        </Notice>
      )}
      <section>
        <h3>{t('holds.title')}</h3>
        <Counts types={HELD} counts={preview.holds} />
        <p className="export-line">
          <Quote size={15} aria-hidden className="flip" />{' '}
          {preview.reservations > 0
            ? t('reservations', { count: preview.reservations })
            : t('noReservations')}
        </p>
      </section>
      <section>
        <h3>{t('leftOut.title')}</h3>
        {LEFT_OUT.some((type) => (preview.leftOut[type] ?? 0) > 0) ? (
          <>
            <Counts types={LEFT_OUT} counts={preview.leftOut} skipsNone />
            <p className="export-line">
              <EyeOff size={15} aria-hidden /> {t('leftOut.told')}
            </p>
          </>
        ) : (
          <p>{t('leftOut.none')}</p>
        )}
        <p className="muted">{t('leftOut.names')}</p>
      </section>
      {untranslated.length > 0 && (
        <section>
          <h3>{t('untranslated.title')}</h3>
          <ul className="export-list">
            {untranslated.map((lang) => (
              <li key={lang}>
                {t('untranslated.in', {
                  count: preview.untranslated[lang] ?? 0,
                  language: LANGUAGE_NAMES[lang],
                })}
              </li>
            ))}
          </ul>
          <p className="muted">{t('untranslated.instead')}</p>
        </section>
      )}
      <section>
        <h3>{t('missing.title')}</h3>
        {missing.length === 0 ? (
          <p>{t('missing.none')}</p>
        ) : (
          <>
            <p className="muted">{t('missing.why')}</p>
            <dl className="export-counts">
              {missing.map((field) => (
                <Count key={field} name={t(`missing.field.${field}`)} count={preview.missing[field] ?? 0} />
              ))}
            </dl>
          </>
        )}
      </section>
      <p className="muted">
        {t('reference')} {t('version')} <bdi className="mono">{preview.versionId.slice(0, 8)}</bdi>
      </p>
    </div>
  );
}

function Counts({
  types,
  counts,
  skipsNone = false,
}: {
  readonly types: readonly (typeof HELD)[number][];
  readonly counts: { readonly [type: string]: number };
  readonly skipsNone?: boolean;
}) {
  const { t } = useTranslation('export');
  return (
    <dl className="export-counts">
      {types
        .filter((type) => !skipsNone || (counts[type] ?? 0) > 0)
        .map((type) => (
          <Count key={type} name={t(`type.${type}`)} count={counts[type] ?? 0} />
        ))}
    </dl>
  );
}

function Count({ name, count }: { readonly name: string; readonly count: number }) {
  const format = useFormat();
  return (
    <div>
      <dt>{name}</dt>
      <dd className="num">{format.count(count)}</dd>
    </div>
  );
}
