/** An answer while it is being written: a position, or silence. */
import type { Position } from '../../../shared/domain/position.ts';
import { isSpoken, lackOf, type PositionDraft, positionOf, VALUES } from '../positions/index.ts';

export interface AnswerDraft extends PositionDraft {
  readonly isSilent: boolean;
}
/** What is offered: nobody who is asked has not been asked, and silence is a value of its own. */
export const ANSWERS = [...VALUES.filter((value) => value !== 'not-requested'), 'silent'] as const;
export type Answer = (typeof ANSWERS)[number];

export const EMPTY: AnswerDraft = {
  value: undefined,
  reservation: {},
  mandate: undefined,
  readBackAt: undefined,
  organizations: [],
  isSilent: false,
};

export const answerOf = (draft: AnswerDraft): Answer | undefined =>
  draft.isSilent ? 'silent' : (draft.value as Answer | undefined);

/** Another answer keeps what was written: a slip of the hand loses no reservation. */
export const withAnswer = (draft: AnswerDraft, answer: Answer): AnswerDraft => ({
  ...draft,
  isSilent: answer === 'silent',
  value: answer === 'silent' ? 'no-position' : answer,
});

export const hasSpoken = (draft: AnswerDraft): boolean => !draft.isSilent && isSpoken(draft.value);

export type AnswerLack = NonNullable<ReturnType<typeof lackOf>> | 'mandate';

/** What still stands in the way of recording it; undefined where nothing does. */
export function lackOfAnswer(draft: AnswerDraft): AnswerLack | undefined {
  if (draft.isSilent) return undefined;
  const lack = lackOf(draft);
  if (lack) return lack;
  return isSpoken(draft.value) && !draft.mandate ? 'mandate' : undefined;
}

/** The value of a complete draft. The time of the reading is the service's to say. */
export const positionOfAnswer = (draft: AnswerDraft): Position =>
  draft.isSilent ? { value: 'no-position', silent: true } : positionOf(draft);
