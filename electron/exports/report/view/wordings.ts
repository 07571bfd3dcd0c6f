/**
 * Where a wording comes from, to be printed under it. Only what the edition holds is followed: behind a wording that
 * is left out the walk ends, and how many are left out is all that is said of them.
 */
import type { ContentDeficit } from '../../../../shared/domain/content.ts';
import type { LeftOutWordings } from '../../../../shared/domain/duplicates/left-out.ts';
import { lineageOf } from '../../../../shared/domain/duplicates/lineage.ts';
import { isMissing } from '../../../../shared/domain/fields.ts';
import { count } from '../formats.ts';
import type { Block } from '../typeset.ts';
import type { Cell, Context } from './context.ts';
import { numbersOf } from './diagnosis.ts';
import { byNumber, reference } from './reference.ts';

export interface WordingView {
  readonly anchor: string;
  readonly number: string;
  readonly title: Cell;
  readonly statement: Block | null;
  /** Who raised it, and what it came from itself. */
  readonly lines: readonly string[];
}

export interface WordingsView<W extends WordingView = WordingView> {
  /** What it was joined or split from, by number. */
  readonly from: string | null;
  /** The nearest first. */
  readonly wordings: readonly W[];
  /** What is left out, and whether copies joined in a ring. */
  readonly notes: readonly string[];
}

/** Under which deficit what is printed; nothing anywhere where it was not asked for. */
export function wordingsIn(
  context: Context,
  leftOut: LeftOutWordings | undefined,
): (deficit: ContentDeficit) => WordingsView | null {
  if (!leftOut) return () => null;
  const { content, say, lang } = context;
  const byId = new Map(content.deficits.map((deficit) => [deficit.id, deficit]));
  const lineages = lineageOf(
    content.deficits.map(({ id, parents, origin }) => ({ id, parents, origin: origin ?? undefined })),
  );

  const fromOf = ({ parents, origin }: ContentDeficit): string | null => {
    const held = parents.filter((id) => byId.has(id));
    if (held.length === 0) return null;
    const numbers = numbersOf(held, context);
    return say(origin === 'split' ? 'lineage.split' : 'lineage.joined', { numbers });
  };
  const wording = (deficit: ContentDeficit): WordingView => {
    const from = fromOf(deficit);
    return {
      anchor: deficit.id,
      number: reference('D', deficit.number),
      title: context.text(deficit.title),
      statement: context.paragraphs(deficit.statement) ?? null,
      lines: [
        ...(isMissing(deficit.raisedBy)
          ? []
          : [say('lineage.raisedBy', { who: context.seat(deficit.raisedBy) })]),
        ...(from === null ? [] : [from]),
      ],
    };
  };

  return (deficit) => {
    const lineage = lineages.get(deficit.id);
    const ancestors = (lineage?.ancestors ?? []).flatMap((id) => byId.get(id) ?? []);
    const steps = stepsFrom(deficit, byId);
    const missing = Math.max(leftOut[deficit.id] ?? 0, lineage?.missing.length ?? 0);
    const notes = [
      ...(missing > 0 ? [say('lineage.leftOut', { n: count(missing, lang) })] : []),
      // Made from a package that left them out: how many they were, nobody here knows.
      ...(missing === 0 && ancestors.length === 0 && deficit.origin !== null
        ? [say('lineage.leftOutAll')]
        : []),
      ...(lineage?.isInCycle ? [say('lineage.cycle')] : []),
    ];
    if (ancestors.length === 0 && notes.length === 0) return null;
    return {
      from: fromOf(deficit),
      wordings: ancestors
        .sort((a, b) => (steps.get(a.id) ?? 0) - (steps.get(b.id) ?? 0) || byNumber(a, b))
        .map(wording),
      notes,
    };
  };
}

/** How many joinings or splits lie between: 1 for its parents. */
function stepsFrom(
  deficit: ContentDeficit,
  byId: ReadonlyMap<string, ContentDeficit>,
): ReadonlyMap<string, number> {
  const steps = new Map([[deficit.id, 0]]);
  let generation: readonly string[] = deficit.parents;
  for (let n = 1; generation.length > 0; n += 1) {
    const fresh = [...new Set(generation)].filter((id) => !steps.has(id));
    for (const id of fresh) steps.set(id, n);
    generation = fresh.flatMap((id) => byId.get(id)?.parents ?? []);
  }
  return steps;
}
