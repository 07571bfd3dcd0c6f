import { expect, test } from 'vitest';
import type { Handlers } from '../../shared/contract/index.ts';
import { Refusal } from '../../shared/errors.ts';
import type { Desk, OpenedDossier } from './desk.ts';
import { takingDamageIntoAccount } from './unproven.ts';

/** A desk on which one dossier lies open, and the one call that reads it. */
function reading(verification: OpenedDossier['verification'], read: () => never) {
  const desk = { open: new Map([['a', { verification }]]) } as unknown as Desk;
  const handlers = takingDamageIntoAccount(desk, { 'dossier.info': read } as unknown as Handlers);
  return (dossier = 'a') => (handlers['dossier.info'] as unknown as (input: unknown) => unknown)({ dossier });
}
const bug = (): never => {
  throw new TypeError('of a value that is not there');
};

test.each(['pending', 'failed'] as const)('what cannot be read while its proof is %s is damage', (state) => {
  expect(reading(state, bug)).toThrow(new Refusal('file.corrupt', { where: 'TypeError' }));
});

test('what cannot be read of a proven dossier, or of none, is a bug', () => {
  expect(reading('ok', bug)).toThrow(TypeError);
  expect(() => reading('pending', bug)('another')).toThrow(TypeError);
});

test('a refusal stays what it is', () => {
  const refusing = reading('pending', () => {
    throw new Refusal('record.missing');
  });
  expect(refusing).toThrow('record.missing');
});
