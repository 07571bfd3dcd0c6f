import { describe, expect, it } from 'vitest';
import type { Dossier } from '../../../shared/domain/records/index.ts';
import { openQuestions, QUESTIONS } from './questions.ts';

const id = '11111111-1111-4111-8111-111111111111' as Dossier['id'];
const text = { ar: { text: 'وزارة العمل', status: 'original' } } as const;

describe('the five questions of a mandate', () => {
  it('are all open in a new dossier', () => {
    expect(openQuestions({ id })).toEqual([...QUESTIONS]);
  });

  it('stay open while a text has no language', () => {
    expect(openQuestions({ id, convenor: {} })).toContain('convenor');
  });

  it('are closed one by one', () => {
    const dossier: Dossier = {
      id,
      convenor: text,
      scope: text,
      decisionRule: { kind: 'consensus' },
      attribution: 'group',
    };
    expect(openQuestions(dossier)).toEqual(['useOfResults']);
    expect(openQuestions({ ...dossier, useOfResults: text })).toEqual([]);
  });
});
