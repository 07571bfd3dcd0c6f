import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TreeLayout } from '../../../../shared/domain/causes/layout.ts';
import type { CauseTree } from '../../../../shared/domain/causes/types.ts';
import type { BoxOver } from '../parts/Boxes.tsx';
import { useDeficitName } from '../parts/words.ts';
import { PROBLEM } from './rows.ts';

/** The boxes of the drawing in words: the problem, then effects and causes with their places among their neighbours. */
export function useTreeBoxes(tree: CauseTree, layout: TreeLayout): readonly BoxOver[] {
  const { t } = useTranslation('causes');
  const name = useDeficitName();
  return useMemo(() => {
    const drawn = new Map(layout.boxes.map((box) => [box.id, box]));
    const sizes = new Map<string, number>();
    const group = ({ kind, parent }: CauseTree['rows'][number]): string => `${kind} ${parent ?? ''}`;
    for (const row of tree.rows) sizes.set(group(row), (sizes.get(group(row)) ?? 0) + 1);
    const reached = new Map<string, number>();
    const problem = drawn.get(tree.deficit.id);
    return [
      ...(problem
        ? [
            {
              ...rectOf(problem),
              id: PROBLEM,
              label: t('drawing.box', { kind: t('drawing.problem'), text: name(tree.deficit) }),
              title: cut(problem),
              level: 1,
              at: 1,
              of: 1,
            },
          ]
        : []),
      ...tree.rows.flatMap((row) => {
        const box = drawn.get(row.id);
        if (!box) return [];
        const at = (reached.get(group(row)) ?? 0) + 1;
        reached.set(group(row), at);
        const kind = t(row.kind === 'effect' ? 'oneEffect' : 'oneCause');
        const said = [
          t('drawing.box', { kind, text: box.whole }),
          ...(row.evidence > 0 ? [t('evidence', { count: row.evidence })] : []),
          ...row.flags.map((flag) => t(`flag.${flag}`)),
        ];
        return {
          ...rectOf(box),
          id: row.id,
          label: said.join(' · '),
          title: cut(box),
          level: row.level + 1,
          at,
          of: sizes.get(group(row)) ?? at,
        };
      }),
    ];
  }, [tree, layout, name, t]);
}

const rectOf = ({ x, y, width, height }: TreeLayout['boxes'][number]) => ({ x, y, width, height });
const cut = ({ lines, whole }: TreeLayout['boxes'][number]): string | undefined =>
  lines.at(-1)?.endsWith('…') ? whole : undefined;
