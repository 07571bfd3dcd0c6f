import { describe, expect, it } from 'vitest';
import { parseHash, paths } from './router.ts';

const dossier = '11111111-1111-4111-8111-111111111111';
const record = '22222222-2222-4222-8222-222222222222';

describe('addresses', () => {
  it('reads what it writes', () => {
    const address = paths.section(dossier, 'deficits', record, { area: 'TA1', none: undefined });
    const route = parseHash(address);
    expect(route).toMatchObject({
      screen: 'dossier',
      dossierId: dossier,
      section: 'deficits',
      recordId: record,
    });
    expect([...route.query]).toEqual([['area', 'TA1']]);
  });
  it('is a session and what is done in it', () => {
    const route = parseHash(paths.section(dossier, 'sessions', record, { view: 'room' }));
    expect(route).toMatchObject({ section: 'sessions', recordId: record });
    expect(route.query.get('view')).toBe('room');
  });
  it.each(['', '#', '#/', '#/nowhere', '#/d', '#/%E0%A4%A', '#/d/no-id/deficits'])(
    'is the library for %j',
    (hash) => {
      expect(parseHash(hash).screen).toBe('library');
    },
  );
  it('is the overview for a section that does not exist', () => {
    expect(parseHash(`#/d/${dossier}/nowhere`)).toMatchObject({ section: 'overview', recordId: undefined });
  });
  it('names no record where what stands in its place is no id', () => {
    expect(parseHash(`#/d/${dossier}/deficits/D-007`)).toMatchObject({
      section: 'deficits',
      recordId: undefined,
    });
  });
});
