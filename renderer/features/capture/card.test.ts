import { expect, test } from 'vitest';
import { type Card, isBlank, membersOf, newCard } from './card.ts';

const card: Card = {
  ...newCard('W'),
  title: '  لا حافلات ليلية ',
  area: 'TA3',
  affectedGroups: ['women'],
  statement: 'سطر\nوسطر',
  pasted: { statement: 'ســطر' },
};

test('a card becomes the members of one deficit, of a group and in the language it was written in', () => {
  expect(membersOf(card, 'ar', 'session-id')).toEqual({
    confidentiality: 'secretariat',
    captured: 'screen',
    raisedBy: 'W',
    title: { ar: { text: 'لا حافلات ليلية', status: 'original' } },
    statement: { ar: { text: 'سطر\nوسطر', status: 'original' } },
    area: 'TA3',
    affectedGroups: ['women'],
    session: 'session-id',
    pasted: { ar: { text: 'ســطر', status: 'original' } },
  });
});

test('what nobody wrote or chose is no member at all', () => {
  expect(membersOf({ ...newCard(), title: 'Wages' }, 'en', undefined)).toEqual({
    confidentiality: 'secretariat',
    captured: 'screen',
    title: { en: { text: 'Wages', status: 'original' } },
  });
});

test('a new card is blank, whichever group it is of, and has an id of its own', () => {
  expect(isBlank(newCard('E'))).toBe(true);
  expect(isBlank(card)).toBe(false);
  expect(newCard().id).not.toBe(newCard().id);
});
