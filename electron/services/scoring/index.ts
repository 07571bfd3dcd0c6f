/** Sealed rounds of scoring, and what they say once they are opened. */
import type { Handlers } from '../../../shared/contract/index.ts';
import { type Desk, dossierOf } from '../desk.ts';
import { abandon, begin, cast, open, prepare } from './acts.ts';
import { resolve } from './resolve.ts';
import { listRounds, resultsOf, scoredOf } from './rounds.ts';
import { makeScoringSheet } from './sheet.ts';
import { statedOf } from './stated.ts';

export function scoringHandlers(
  desk: Desk,
): Pick<
  Handlers,
  | 'scoring.list'
  | 'scoring.stated'
  | 'scoring.deficits'
  | 'scoring.prepare'
  | 'scoring.begin'
  | 'scoring.cast'
  | 'scoring.open'
  | 'scoring.abandon'
  | 'scoring.resolve'
  | 'scoring.results'
  | 'scoring.sheet'
> {
  return {
    'scoring.list': ({ dossier }) => listRounds(dossierOf(desk, dossier).db),
    'scoring.stated': ({ dossier, by }) => statedOf(dossierOf(desk, dossier).db, by),
    'scoring.deficits': ({ dossier, round }) => scoredOf(dossierOf(desk, dossier).db, round),
    'scoring.prepare': (input) => prepare(desk, input),
    'scoring.begin': (input) => begin(desk, input),
    'scoring.cast': (input) => cast(desk, input),
    'scoring.open': (input) => open(desk, input),
    'scoring.abandon': (input) => abandon(desk, input),
    'scoring.resolve': (input) => resolve(desk, input),
    'scoring.results': (input) => resultsOf(dossierOf(desk, input.dossier).db, input.round, input.opening),
    'scoring.sheet': (input) => makeScoringSheet(desk, input),
  };
}
