/** The published schema, applied at both ends: to what is written and to what is read. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import schema from '../../docs/format/dialogue.schema.json' with { type: 'json' };
import { CONSTITUENCIES } from '../../shared/domain/codes.ts';
import type { Decided, EditionContent, StatedPosition } from '../../shared/domain/content.ts';
import { isMissing } from '../../shared/domain/fields.ts';
import { outcomeOf, type Positions } from '../../shared/domain/position.ts';
import { err, ok, type Result } from '../../shared/errors.ts';

export const contentSchema: unknown = schema;

const compile = () =>
  new Ajv2020({
    strict: true,
    strictRequired: false,
    strictTypes: false,
    allErrors: false,
  }).compile<EditionContent>(schema);
let validate: ReturnType<typeof compile> | undefined;

const QUALIFIED = new Set(['agree-with-reservation', 'does-not-agree', 'divided', 'no-position']);

/**
 * The rule that never bends, checked apart from the schema: a text that qualifies a position is there where
 * the value says so, in at least one language, and nowhere else.
 */
function partedReservation(decided: Decided): boolean {
  const wrong = (stance: { readonly value: string; readonly reservation?: object }): boolean => {
    const has = stance.reservation !== undefined && Object.keys(stance.reservation).length > 0;
    if (stance.value === 'agree-with-reservation') return !has;
    return stance.reservation !== undefined && (!has || !QUALIFIED.has(stance.value));
  };
  return CONSTITUENCIES.some((constituency) => {
    const position: StatedPosition = decided.positions[constituency];
    return wrong(position) || position.organizations.some(wrong) || position.contested.some(wrong);
  });
}

type DecidedRecord = Decided & { readonly inConflict: readonly string[] };

export const everyDecided = (content: EditionContent): DecidedRecord[] => [
  ...content.deficits,
  ...content.strategies,
  ...content.clauses,
  ...content.deficits.flatMap((each) => each.clauses),
  ...content.strategies.flatMap((each) => each.clauses),
];

/** Outcomes are computed and never typed: one that does not follow from its positions and the rule is no content. */
function typedOutcome(content: EditionContent): boolean {
  const { decisionRule } = content.dossier;
  const rule = isMissing(decisionRule) ? undefined : decisionRule;
  return everyDecided(content).some(
    ({ positions, outcome, inConflict }) =>
      outcome !==
      outcomeOf(
        // Of each position its value and its silence are read, which both shapes have.
        positions as unknown as Positions,
        rule,
        inConflict.some((field) => field.startsWith('position.')),
      ),
  );
}

/** What only the internal edition may hold: a second lock, should the first one ever fail. */
export const isInternal = (content: EditionContent): boolean =>
  content.edition === 'internal' ||
  content.participants !== undefined ||
  everyDecided(content).some((each) => each.spokespersons !== undefined);

/** Content that is exactly what format 1 describes, or where it is not. */
export function checkContent(input: unknown): Result<EditionContent> {
  const format = (input as { formatVersion?: unknown; format?: unknown } | null) ?? {};
  if (
    format.format === 'hiwar-dialogue' &&
    typeof format.formatVersion === 'number' &&
    format.formatVersion > 1
  )
    return err('package.newer-format', { formatVersion: format.formatVersion });
  validate ??= compile();
  if (!validate(input)) {
    const [first] = validate.errors ?? [];
    return err('package.malformed', {
      file: 'data/dialogue.json',
      path: first?.instancePath.slice(0, 200) ?? '',
      why: first?.keyword ?? 'schema',
    });
  }
  const content = input as EditionContent;
  if (everyDecided(content).some(partedReservation)) return err('position.reservation-parted');
  return typedOutcome(content)
    ? err('package.malformed', { file: 'data/dialogue.json', why: 'outcome' })
    : ok(content);
}
