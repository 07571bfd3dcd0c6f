/** Three columns of positions, and under them, whole, every text that qualifies one. */
import type { Constituency, PositionValue } from '../../../../shared/domain/codes.ts';
import type { Decided, StatedPosition } from '../../../../shared/domain/content.ts';
import type { Texts } from '../../../../shared/domain/fields.ts';
import { date } from '../formats.ts';
import type { Block } from '../typeset.ts';
import { byConstituency, type Cell, type Context } from './context.ts';

export interface PositionView {
  readonly seat: Constituency;
  readonly value: PositionValue;
  readonly label: string;
  /** Mandate, reading back, changes since: small words under the value. */
  readonly qualifiers: readonly string[];
  readonly warnings: readonly string[];
}

/** A reservation, dissent, or the stance of one organization: printed in full under the three columns. */
export interface NoteView {
  readonly seat: Constituency;
  readonly kind: string;
  /** The constituency, or the organization that differs. */
  readonly who: Cell;
  /** The stance, where it is not the one in the column above. */
  readonly stance: string | null;
  readonly body: Block | null;
}

export interface DecidedView {
  readonly outcome: { readonly code: string; readonly label: string };
  readonly positions: readonly PositionView[];
  readonly notes: readonly NoteView[];
}

type AnyStance = { readonly value: PositionValue; readonly reservation?: Texts };

const noteKind = ({ value }: AnyStance, { say }: Context): string => {
  if (value === 'agree-with-reservation') return say('position.reservation');
  return value === 'does-not-agree' || value === 'divided' ? say('position.dissent') : say('position.note');
};

function notesOf(seat: Constituency, position: StatedPosition, context: Context): NoteView[] {
  const { own, say } = context;
  const note = (stance: AnyStance, who: Cell, kind: string, withStance: boolean): NoteView => ({
    seat,
    kind,
    who,
    stance: withStance ? context.label('positions', stance.value) : null,
    body: (stance.reservation && context.paragraphs(stance.reservation)) ?? null,
  });
  const constituency = own(context.seat(seat));
  const main = position as AnyStance;
  return [
    ...(main.reservation ? [note(main, constituency, noteKind(main, context), false)] : []),
    ...position.organizations.map((stance) =>
      note(
        stance,
        context.organization(stance.organization) ?? own(say('position.organization')),
        (stance as AnyStance).reservation ? noteKind(stance, context) : say('deficit.position'),
        true,
      ),
    ),
    ...position.contested.map((stance) => note(stance, constituency, say('position.alsoRecorded'), true)),
  ];
}

export function decidedView(decided: Decided, context: Context): DecidedView {
  const { say, lang } = context;
  return {
    outcome: { code: decided.outcome, label: say(`outcome.${decided.outcome}`) },
    positions: byConstituency((seat) => {
      const position = decided.positions[seat];
      return {
        seat,
        value: position.value,
        label: context.label('positions', position.value),
        qualifiers: [
          ...(position.silent ? [say('position.silent')] : []),
          ...(position.mandate ? [say(`position.${position.mandate}`)] : []),
          ...(position.readBackAt
            ? [say('position.readBack', { date: date(position.readBackAt, lang, say) })]
            : []),
        ],
        warnings: [
          ...(position.changedSince ? [say('position.changedSince')] : []),
          ...(position.contested.length > 0 ? [say('position.contested')] : []),
        ],
      };
    }),
    notes: byConstituency((seat) => notesOf(seat, decided.positions[seat], context)).flat(),
  };
}
