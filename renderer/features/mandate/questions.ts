/** The five questions a mandate must answer before the dialogue begins; the overview counts the same five. */
import type { Dossier } from '../../../shared/domain/records/index.ts';

export const QUESTIONS = ['convenor', 'scope', 'decisionRule', 'attribution', 'useOfResults'] as const;
export type Question = (typeof QUESTIONS)[number];

export const isAnswered = (dossier: Dossier, question: Question): boolean => {
  const answer = dossier[question];
  if (answer === undefined) return false;
  return typeof answer === 'string' || Object.keys(answer).length > 0;
};

export const openQuestions = (dossier: Dossier): Question[] =>
  QUESTIONS.filter((question) => !isAnswered(dossier, question));

/** Where a question is answered on the screen. */
export const placeOf = (question: Question): string => `mandate-${question}`;
