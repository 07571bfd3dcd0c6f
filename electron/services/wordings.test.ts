import { expect, it } from 'vitest';
import type { RecordId } from '../../shared/domain/ids.ts';
import { create, idOf, memoryReplica, withdraw } from '../../tests/fixtures/dossiers.ts';
import { contentOf } from './content.ts';
import { wordingsAsked } from './wordings.ts';

const id = (name: string): RecordId => idOf(`worded ${name}`);

it('[wordings] the dossier counts what an edition leaves out: withheld, in the bin, elsewhere, and round a ring', () => {
  const { db } = dossier();
  const asked = (edition: 'public' | 'restricted') => wordingsAsked(db, contentOf(db, edition), true);
  // Withheld, what that came from in the bin, and what is nowhere.
  expect(asked('public')).toEqual({ [id('joined')]: 3 });
  expect(asked('restricted')).toEqual({ [id('joined')]: 2, [id('withheld')]: 2 });
  expect(wordingsAsked(db, contentOf(db, 'public'), undefined)).toBeUndefined();
});

function dossier() {
  const replica = memoryReplica();
  const make = (name: string, members: object): void => {
    create(replica, 'deficit', id(name), { confidentiality: 'public', ...members } as never);
  };
  make('open', {});
  make('in the bin', {});
  make('withheld', {
    confidentiality: 'embargoed',
    origin: 'joined',
    parents: [id('in the bin'), id('gone')],
  });
  make('joined', { origin: 'joined', parents: [id('open'), id('withheld')] });
  make('one', { origin: 'joined', parents: [id('other')] });
  make('other', { origin: 'joined', parents: [id('one')] });
  withdraw(replica, 'deficit', id('in the bin'));
  return replica;
}
