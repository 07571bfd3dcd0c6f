import { describe, expect, it } from 'vitest';
import { parseHash, paths } from './router.ts';

describe('addresses', () => {
  it('reads what it writes', () => {
    const address = paths.section('a b', 'deficits', 'id/1', { area: 'TA1', none: undefined });
    const route = parseHash(address);
    expect(route).toMatchObject({
      screen: 'dossier',
      dossierId: 'a b',
      section: 'deficits',
      recordId: 'id/1',
    });
    expect([...route.query]).toEqual([['area', 'TA1']]);
  });
  it('is a session and what is done in it', () => {
    const route = parseHash(paths.section('x', 'sessions', 'n', { view: 'room' }));
    expect(route).toMatchObject({ section: 'sessions', recordId: 'n' });
    expect(route.query.get('view')).toBe('room');
  });
  it.each(['', '#', '#/', '#/nowhere', '#/d', '#/%E0%A4%A'])('is the library for %j', (hash) => {
    expect(parseHash(hash).screen).toBe('library');
  });
  it('is the overview for a section that does not exist', () => {
    expect(parseHash('#/d/x/nowhere')).toMatchObject({ section: 'overview', recordId: undefined });
  });
});
