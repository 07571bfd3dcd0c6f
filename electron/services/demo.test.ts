import { expect, test } from 'vitest';
import { demoDrafts } from './demo.ts';

const drafts = demoDrafts('11111111-1111-4111-8111-111111111111' as never);
const of = (type: string) => drafts.filter(({ recordType }) => recordType === type).map(({ set }) => set);

test('the sample says nothing in one language only: units are signs, and what they say in words has four', () => {
  const evidence = of('evidence');
  expect(evidence).toHaveLength(33);
  for (const set of evidence) {
    expect(set.unit ?? '%').toBe('%');
    for (const lang of ['ar', 'en', 'fr', 'es']) expect(set[`quote.${lang}`]).toBeDefined();
  }
  expect(evidence.map((set) => set['quote.fr'])).toContainEqual({
    text: 'Lésions professionnelles mortelles (pour 100\u00a0000 travailleurs)',
    status: 'draft',
  });
});

test('an indicator of the sample is one of the statistics, and a target says what it counts', () => {
  const actions = of('action');
  expect(actions).toHaveLength(24);
  for (const { indicator } of [...actions, ...of('evidence')])
    if (indicator !== undefined) expect(indicator).toMatch(/^[A-Z0-9_]+$/);
  expect(actions.map((set) => set['target.en'])).toContainEqual({
    text: 'Complaints settled: 80 per cent',
    status: 'checked',
  });
});

test('the sample carries problem trees, links, norms and a joined pair, whole in four languages', () => {
  expect(of('cause').length).toBeGreaterThanOrEqual(10);
  expect(of('link')).toHaveLength(4);
  expect(of('norm')).toHaveLength(4);
  const parents = of('deficit').filter((set) => set.joinedInto !== undefined);
  expect(parents).toHaveLength(2);
  const joined = of('deficit').find((set) => set.origin === 'joined');
  expect(Object.keys(joined ?? {}).filter((field) => field.startsWith('parents:'))).toHaveLength(2);
  for (const set of of('cause'))
    for (const lang of ['ar', 'en', 'fr', 'es']) expect(set[`body.${lang}`]).toBeDefined();
});
