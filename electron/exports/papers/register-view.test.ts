import { describe, expect, it } from 'vitest';
import { snapshotOf } from '../../../db/queries/snapshot.ts';
import { editionOf } from '../../../shared/domain/edition.ts';
import { LANGS } from '../../../shared/domain/languages.ts';
import { aContent, aDeficit, stableId } from '../../../tests/fixtures/content/build.ts';
import { create, idOf, memoryReplica, original } from '../../../tests/fixtures/dossiers.ts';
import { registerView } from './register-view.ts';

const replica = memoryReplica();
const add = (number: string, members: object) =>
  create(replica, 'deficit', idOf(`printed ${number}`), {
    number,
    confidentiality: 'public',
    ...members,
  } as never);
add('010', { area: 'TA2', title: { en: original('Tenth') } });
add('009', {
  area: 'TA2',
  title: { ar: original('التاسع') },
  severity: { G: 4, E: { missing: 'withheld' } },
  prevalence: { G: 'systemic' },
  evidenceHeld: { E: 'anecdotal', W: 'strong' },
});
add('001', {
  title: { en: original('First') },
  position: {
    G: { value: 'agree' },
    E: { value: 'agree-with-reservation', reservation: { en: original('Phased in over two years') } },
    W: { value: 'agree' },
  },
  spokesperson: { E: 'Speaker of Rawdania' },
  priorityRank: 3,
});
add('002', { confidentiality: 'participants', title: { en: original('Not for this edition') } });

const view = (lang: (typeof LANGS)[number]) =>
  registerView(editionOf(snapshotOf(replica.db), 'restricted', {}), lang);

describe('the printed register', () => {
  it.each(LANGS)('[register] lies under areas and by number, those without an area last: %s', (lang) => {
    expect(view(lang).groups.map(({ rows }) => rows.map(({ number }) => number))).toEqual([
      ['D-009', 'D-010'],
      ['D-001'],
    ]);
  });

  it('[register] no position is printed without its reservation', () => {
    const row = view('en').groups[1]?.rows[0];
    expect(row?.positions[1]?.text).toBe('Agree with reservation');
    expect(row?.notes).toMatchObject([{ seat: 'E', body: { paragraphs: ['Phased in over two years'] } }]);
  });

  it('[register] three columns, each with its value or the reason why there is none', () => {
    const row = view('en').groups[0]?.rows[0];
    expect(row?.severity.map(({ absent }) => absent)).toEqual([false, true, true]);
    expect(row?.prevalence.map(({ absent }) => absent)).toEqual([false, true, true]);
    expect(row?.evidenceHeld.map(({ text }) => text)).toEqual(['Not asked', 'Anecdotal', 'Strong']);
    expect(row?.title).toMatchObject({ lang: 'ar', text: 'التاسع' });
  });

  it('[register] holds no name, nothing the edition leaves out, and says how much that is', () => {
    const printed = JSON.stringify(view('en'));
    expect(printed).not.toContain('Speaker of Rawdania');
    expect(printed).not.toContain('Not for this edition');
    expect(view('en').facts.at(-1)).toBe('Deficits that this edition leaves out: 1');
  });
});

it('lists once what was joined, where it went, and says how many were', () => {
  const content = aContent({
    deficits: [
      aDeficit({ number: '001' }),
      aDeficit({ id: stableId('parent'), number: '002', joinedInto: stableId('deficit') }),
    ],
  });
  const view = registerView(content, 'en');
  expect(view.groups.flatMap(({ rows }) => rows)).toHaveLength(1);
  expect(view.facts).toContain('Deficits: 1');
  expect(view.facts).toContain('Joined into others, and not listed apart: 1');
});
