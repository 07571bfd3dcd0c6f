import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TreeWords } from '../../../../shared/domain/causes/drawing.ts';
import type { CauseTree } from '../../../../shared/domain/causes/types.ts';
import { pick } from '../../../../shared/domain/languages.ts';
import { useLang } from '../../../i18n/useFormat.ts';

/** What people call a deficit in a line. */
export function useDeficitName(): (
  deficit: Pick<CauseTree['deficit'], 'number' | 'title'> | undefined,
) => string {
  const { t } = useTranslation('causes');
  const lang = useLang();
  return useMemo(
    () => (deficit) =>
      deficit
        ? `D-${deficit.number ?? '···'} ${pick(deficit.title, lang)?.value.text ?? t('untitled')}`
        : t('missing'),
    [lang, t],
  );
}

/** The words of the drawing, the same as those of the outline. */
export function useTreeWords(tree: CauseTree | undefined): TreeWords {
  const { t } = useTranslation('causes');
  const name = useDeficitName();
  return useMemo(
    () => ({
      title: tree ? t('drawing.title', { name: name(tree.deficit) }) : '',
      description: t('drawing.description', {
        causes: t('causes', { count: tree?.deficit.causes ?? 0 }),
        effects: t('effects', { count: tree?.deficit.effects ?? 0 }),
      }),
      untitled: t('untitled'),
      empty: t('empty'),
      flags: {
        'no-evidence': t('flag.no-evidence'),
        orphan: t('flag.orphan'),
        ring: t('flag.ring'),
        conflict: t('flag.conflict'),
      },
    }),
    [tree, t, name],
  );
}
