import { expect, it } from 'vitest';
import { snapshotOf } from '../../../db/queries/snapshot.ts';
import { editionOf } from '../../../shared/domain/edition.ts';
import { LANGS, type Lang } from '../../../shared/domain/languages.ts';
import type { MinutesContent } from '../../../shared/domain/minutes/content.ts';
import { minutesOf } from '../../../shared/domain/minutes/minutes-of.ts';
import { DOSSIER, memoryReplica } from '../../../tests/fixtures/dossiers.ts';
import { HELD, holdSession, quorum } from '../../../tests/fixtures/room/held-session.ts';
import { minutesView } from './minutes-view.ts';

const replica = memoryReplica();
holdSession(replica, DOSSIER);
const snapshot = snapshotOf(replica.db);
const edition = editionOf(snapshot, 'restricted', {});
const content = minutesOf(snapshot, HELD.session, edition, {
  level: 'group',
  phase: 'draft',
  order: 1,
  issuedAt: '2025-11-20T12:45:00.000Z',
  deadline: null,
  fingerprint: '0'.repeat(64),
});

/** The sentences between the title of presence and that of the agenda. */
function sentences(of: MinutesContent, lang: Lang): string[] {
  const { blocks } = minutesView(of, edition, lang);
  const headings = blocks.flatMap((block, at) => (block.kind === 'heading' ? [at] : []));
  return blocks
    .slice(headings[0], headings[1])
    .flatMap((block) => (block.kind === 'sentence' ? [block.text] : []));
}

const OPENING = {
  ar: ['لم يكن النصاب مكتملاً عند الافتتاح في الساعة 09:04', 'كان النصاب مكتملاً عند الافتتاح في الساعة 09:04'],
  en: ['At the opening, at 09:04, there was no quorum', 'At the opening, at 09:04, there was a quorum'],
  fr: [
    'À l’ouverture, à 09:04, le quorum n’était pas atteint',
    'À l’ouverture, à 09:04, le quorum était atteint',
  ],
  es: ['En la apertura, a las 09:04, no había quórum', 'En la apertura, a las 09:04, había quórum'],
} as const;

it.each(LANGS)('[room] minutes print the quorum at the opening before that at the close: %s', (lang) => {
  const [lost, met] = OPENING[lang];
  const printed = sentences(content, lang);
  expect(printed).toHaveLength(2);
  expect(printed[0]).toContain(lost);
  const present = [4, 1, 4].map((n) => new RegExp(`\\b${n}\\b.*\\b4\\b`));
  for (const one of present) expect(printed[0]).toMatch(one);
  expect(printed[1]).toContain('14:41');
  const openingQuorum = quorum('2025-11-20T07:04:00.000Z');
  expect(sentences({ ...content, openingQuorum }, lang)[0]).toContain(met);
});

it('[room] minutes that were kept before it was taken print no quorum at the opening', () => {
  const { openingQuorum: _taken, ...before } = content;
  expect(sentences(before, 'en')).toHaveLength(1);
  expect(sentences({ ...content, openingQuorum: null }, 'en')).toHaveLength(1);
});
