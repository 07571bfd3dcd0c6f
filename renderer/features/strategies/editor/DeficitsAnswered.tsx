import { X } from 'lucide-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { pick } from '../../../../shared/domain/languages.ts';
import { invoke } from '../../../app/calls.ts';
import { paths } from '../../../app/router.ts';
import { useLang } from '../../../i18n/useFormat.ts';
import { AreaIcon } from '../../../ui/AreaIcon.tsx';
import { OutcomeStatus } from '../../../ui/Badge.tsx';
import { IconButton } from '../../../ui/Button.tsx';
import { ComboBox } from '../../../ui/ComboBox.tsx';
import type { Option } from '../../../ui/Select.tsx';
import { useRecordEditing, useSet } from '../../editing/index.ts';
import { Reference } from '../parts/Reference.tsx';
import { useDeficits } from '../queries.ts';

/** The deficits that the strategy answers; more are found by number or by words of their texts. */
export function DeficitsAnswered({ area }: { readonly area: string | undefined }) {
  const { t } = useTranslation('strategies');
  const lang = useLang();
  const { dossierId } = useRecordEditing();
  const { value, setAll, isReadOnly, error } = useSet('deficits');
  const views = useDeficits(dossierId, value);
  // A set has no order of its own: people look for numbers.
  const answered = value
    .map((id, at) => ({ id, view: views[at] }))
    .sort((a, b) => (a.view?.record.number ?? '~').localeCompare(b.view?.record.number ?? '~'));
  const load = useCallback(
    async (query: string): Promise<readonly Option[]> => {
      const search = query.trim();
      const found = await invoke('register.window', {
        dossier: dossierId,
        lang,
        // Nothing typed yet: those of the strategy's own area that still wait for an answer.
        filter: search ? { search } : { flag: 'no-strategy', ...(isArea(area) && { area }) },
        sort: 'number',
        descending: false,
        offset: 0,
        limit: 30,
      });
      return found.rows
        .filter((row) => !value.includes(row.id))
        .map((row) => ({
          id: row.id,
          label: row.title?.text ?? t('untitledDeficit'),
          hint: `D-${row.number}`,
          icon: <AreaIcon area={row.area} />,
        }));
    },
    [dossierId, lang, area, value, t],
  );
  return (
    <div className="strategies-answered">
      {value.length === 0 && <p className="muted">{t('answers.none')}</p>}
      <ul>
        {answered.map(({ id, view }) => {
          const title = view
            ? (pick(view.record.title, lang)?.value.text ?? t('untitledDeficit'))
            : undefined;
          return (
            <li key={id}>
              <AreaIcon area={view?.record.area} />
              <Reference letter="D" number={view?.record.number} />
              <span className="grow">
                {view ? (
                  <a href={paths.section(dossierId, 'deficits', id)}>{title}</a>
                ) : (
                  <span className="muted">{t('answers.unknown')}</span>
                )}
              </span>
              {view?.withdrawn && <span className="muted">{t('answers.withdrawn')}</span>}
              {view?.outcome && <OutcomeStatus outcome={view.outcome} />}
              {!isReadOnly && (
                <IconButton
                  size="s"
                  label={t('answers.remove', { name: title ?? id })}
                  icon={<X size={14} aria-hidden />}
                  onPress={() => setAll(value.filter((one) => one !== id))}
                />
              )}
            </li>
          );
        })}
      </ul>
      {!isReadOnly && (
        <ComboBox
          key={value.length}
          label={t('answers.add')}
          load={load}
          value={undefined}
          placeholder={t('answers.placeholder')}
          error={error}
          onChange={(id) => id && setAll([...value, id])}
        />
      )}
    </div>
  );
}

const AREAS = ['TA1', 'TA2', 'TA3', 'TA4', 'TA5', 'TA6'] as const;
const isArea = (area: string | undefined): area is (typeof AREAS)[number] =>
  (AREAS as readonly (string | undefined)[]).includes(area);
