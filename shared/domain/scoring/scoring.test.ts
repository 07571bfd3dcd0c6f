import { expect, it } from 'vitest';
import { groundOf, leaningOf } from './common-ground.ts';
import { heatOfStated, heatOfTallies, matrices } from './grids.ts';
import { choosablePhases, decidedWith, isUndecided, phaseOf } from './phase.ts';
import { spreadOf } from './spread.ts';
import { tallyOf } from './tally.ts';
import { ROUND_PHASES } from './types.ts';

it('[scoring] a spread is what was given: a median somebody gave, and a range', () => {
  expect(spreadOf([0, 0, 0, 0])).toBeNull();
  expect(spreadOf([1, 1, 0, 0])).toMatchObject({ n: 2, median: 1, lowest: 1, highest: 2 });
  expect(spreadOf([1, 0, 0, 3])).toMatchObject({ n: 4, median: 4, lowest: 1, highest: 4 });
});

it('[scoring] a side leans where its median and two thirds of its scores do', () => {
  expect(leaningOf([1, 0, 1, 1])).toBe('to');
  expect(leaningOf([0, 2, 2, 1])).toBe('divided');
  expect(leaningOf([2, 0, 1, 0])).toBe('away');
  expect(leaningOf([0, 0, 0, 0])).toBe('divided');
});

it('[scoring] common ground is of all three; a hidden side is left out and named', () => {
  const to = [0, 0, 1, 2] as const;
  const away = [3, 0, 0, 0] as const;
  const hidden = { missing: 'withheld' } as const;
  expect(groundOf({ G: to, E: to, W: to }).ground).toBe('common');
  expect(groundOf({ G: to, E: hidden, W: to })).toMatchObject({ ground: 'common-of-shown', leftOut: ['E'] });
  expect(groundOf({ G: to, E: away, W: hidden }).ground).toBe('split');
  expect(groundOf({ G: away, E: away, W: away }).ground).toBe('neither');
  expect(groundOf({ G: to, E: hidden, W: hidden }).ground).toBe('not-known');
});

it('[scoring] cells under three scores are withheld, and a side without ballots was not asked', () => {
  const ballot = (severity?: number) => ({
    constituency: 'G' as const,
    scores: { a: severity ? { severity } : {}, b: { severity: 4 } },
  });
  const rows = tallyOf([ballot(1), ballot(2), ballot()], ['a', 'b'], ['severity']);
  expect(rows.map(({ cells }) => cells.G)).toEqual([{ missing: 'withheld' }, [0, 0, 0, 3]]);
  expect(rows[0]?.cells.W).toEqual({ missing: 'not-asked' });
});

it('[scoring] each side has a matrix and a row of the heat map of its own', () => {
  const cells = { G: [0, 0, 0, 3], E: [3, 0, 0, 0], W: { missing: 'withheld' } } as const;
  const rows = [
    { deficit: 'a', criterion: 'severity', cells },
    { deficit: 'a', criterion: 'feasibility', cells },
  ] as const;
  const [gov, emp, wrk] = matrices(rows);
  expect(gov?.cells.find(({ deficits }) => deficits.length > 0)).toMatchObject({
    severity: 4,
    feasibility: 4,
  });
  expect(emp?.cells.find(({ deficits }) => deficits.length > 0)).toMatchObject({
    severity: 1,
    feasibility: 1,
  });
  expect(wrk?.notPlaced).toEqual(['a']);
  const heat = heatOfTallies(rows, () => 'TA2', ['TA1', 'TA2']);
  expect(heat).toHaveLength(6);
  expect(heat.find(({ side, area }) => side === 'W' && area === 'TA2')).toMatchObject({
    spread: null,
    hidden: 1,
  });
  const stated = heatOfStated([{ area: 'TA1', severity: { G: 3, E: { missing: 'not-known' } } }], ['TA1']);
  expect(stated.map(({ spread }) => spread?.median)).toEqual([3, undefined, undefined]);
});

it('[scoring] of phases that copies set opened counts first, and abandoned never wins over scoring unasked', () => {
  for (const one of ROUND_PHASES)
    for (const other of ROUND_PHASES) {
      const set = [one, other];
      expect(phaseOf(set)).toBe(phaseOf([other, one]));
      expect(phaseOf(set) === 'opened').toBe(set.includes('opened'));
      expect(isUndecided(set)).toBe(set.includes('scoring') && set.includes('abandoned'));
      expect(choosablePhases(set).every((phase) => set.includes(phase))).toBe(true);
      if (set.includes('opened')) expect(choosablePhases(set)).toEqual(['opened']);
    }
  expect(phaseOf([])).toBe('prepared');
  expect(['ballots.G', 'fixedAt', 'title.ar', 'criteria:reach', 'phase'].map(decidedWith)).toEqual([
    'openedAt',
    'publicKey',
    'title.ar',
    'criteria:reach',
    'phase',
  ]);
});
