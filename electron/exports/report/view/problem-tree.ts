/** The problem tree of a deficit as a picture for its report, where it can be read on one page. */
import {
  problemTreeLayout,
  problemTreeSvg,
  type TreeStyle,
} from '../../../../shared/domain/causes/drawing.ts';
import { outlineOf } from '../../../../shared/domain/causes/outline.ts';
import type { CauseTree } from '../../../../shared/domain/causes/types.ts';
import type { ContentDeficit } from '../../../../shared/domain/content.ts';
import { isMissing } from '../../../../shared/domain/fields.ts';
import { directionOf } from '../../../../shared/domain/languages.ts';
import { isolate } from '../typeset.ts';
import type { Context } from './context.ts';
import { reference } from './reference.ts';

/** Points of the text column of a page in A4, and the most of its height a picture may take. */
const WIDTH = 481;
const HEIGHT = 620;
/** Points for each unit of the picture: larger is out of proportion to the text, smaller cannot be read. */
const MOST = 0.7;
const LEAST = 0.55;
const COLUMNS = 3;

export interface PictureView {
  readonly svg: string;
  /** In points. */
  readonly width: number;
  /** Read out in its place. */
  readonly alt: string;
}

/** Null where there are no causes or too many for a page: the outline says all of them in any case. */
export function problemTreeView(deficit: ContentDeficit, { lang, say }: Context): PictureView | null {
  if (deficit.causes.length === 0) return null;
  const alt = say('deficit.treeAlt', { number: isolate(reference('D', deficit.number)) });
  const style: TreeStyle = {
    lang,
    dir: directionOf(lang),
    columns: COLUMNS,
    font: lang === 'ar' ? 'Amiri, Noto Sans' : 'Noto Sans, Amiri',
    words: {
      title: alt,
      description: alt,
      untitled: say('value.noText'),
      empty: say('value.noText'),
      flags: { 'no-evidence': say('deficit.noEvidenceMark') },
    },
  };
  const tree = treeOf(deficit);
  const { width, height } = problemTreeLayout(tree, style);
  const scale = Math.min(MOST, WIDTH / width, HEIGHT / height);
  return scale < LEAST ? null : { svg: problemTreeSvg(tree, style), width: Math.round(width * scale), alt };
}

function treeOf({ id, number, title, area, causes, evidence }: ContentDeficit): CauseTree {
  const evidenced = new Set(evidence.map((each) => each.cause));
  const outline = outlineOf(causes.map((each) => ({ ...each, under: each.under ?? undefined })));
  return {
    deficit: {
      id,
      number,
      title,
      area: isMissing(area) ? null : area,
      withdrawn: false,
      causes: causes.filter(({ kind }) => kind === 'cause').length,
      effects: causes.filter(({ kind }) => kind === 'effect').length,
    },
    rows: outline.map((row) => ({
      id: row.id,
      kind: row.kind,
      parent: row.parent,
      level: row.level,
      order: row.item.order,
      body: row.item.body,
      evidence: 0,
      flags: evidenced.has(row.id) ? [] : ['no-evidence'],
    })),
    links: [],
    others: [],
  };
}
