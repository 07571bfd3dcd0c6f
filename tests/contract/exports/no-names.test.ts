/** Nothing that leaves a session names a person: what is planted in the dossier is looked for in every file made. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { snapshotOf } from '../../../db/queries/snapshot.ts';
import { makePapers } from '../../../electron/exports/papers/papers-job.ts';
import { SINGLE_SHEETS } from '../../../electron/exports/papers/request.ts';
import { ATTRIBUTIONS } from '../../../shared/domain/codes.ts';
import { editionOf } from '../../../shared/domain/edition.ts';
import { minutesOf } from '../../../shared/domain/minutes/minutes-of.ts';
import { DOSSIER, idOf, memoryReplica } from '../../fixtures/dossiers.ts';
import { FIRST_DRAFT, HELD, holdSession, PLANTED } from '../../fixtures/room/held-session.ts';
import { hasPoppler, pagesOf, root } from './tools.ts';

let out: string;
beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'no-names-'));
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

/** Words of the planted names: order and joining of letters may differ in what a PDF gives back. */
const words = PLANTED.flatMap((name) => name.split(' '));
const context = { signal: new AbortController().signal, progress: () => {} };

/** Everything that is compressed inside a PDF, as bytes read one by one. */
function inflated(pdf: Buffer): string {
  const parts = [pdf.toString('latin1')];
  for (let at = pdf.indexOf('stream\n'); at !== -1; at = pdf.indexOf('stream\n', at + 1)) {
    try {
      parts.push(inflateSync(pdf.subarray(at + 7)).toString('latin1'));
    } catch {
      // A font or the end of a stream: not compressed in this way.
    }
  }
  return parts.join('\n');
}

describe('[room] no name in any file of a session', () => {
  it.each(ATTRIBUTIONS)(
    'held at the level %s',
    async (level) => {
      const replica = memoryReplica();
      holdSession(replica, DOSSIER, { level });
      const snapshot = snapshotOf(replica.db);
      const copy = editionOf(snapshot, 'restricted', {});
      const content = minutesOf(snapshot, HELD.session, copy, { ...FIRST_DRAFT, level });
      const languages = ['ar', 'en'] as const;
      const [session] = copy.sessions.filter(({ id }) => id === HELD.session);
      const [clause] = copy.clauses.filter(({ id }) => id === HELD.agreed);
      const made = [
        await makePapers(
          {
            kind: 'papers',
            papers: { kind: 'minutes', content, copy, formats: ['pdf', 'docx'], languages, withCopy: false },
            outDir: out,
            assetsDir: root,
          },
          context,
        ),
        await makePapers(
          {
            kind: 'papers',
            papers: {
              kind: 'sheets',
              sheets: SINGLE_SHEETS,
              languages,
              rows: 10,
              day: '2025-11-20',
              country: 'QRW',
              illustrative: true,
              authentic: 'ar',
              title: copy.dossier.title,
              constituencyLabels: {},
              session: { id: HELD.session, title: session?.title ?? {}, start: null, startTime: '09:00' },
              agenda: content.agenda,
              clause: clause
                ? { number: clause.number, body: clause.body, fingerprint: '0'.repeat(64) }
                : null,
            },
            outDir: out,
            assetsDir: root,
          },
          context,
        ),
      ];
      for (const result of made) {
        if (!result.ok) throw new Error(result.error.code);
        expect(result.value.length).toBeGreaterThan(1);
        for (const file of result.value) {
          expect(file.fileName).toMatch(/^[\w.-]+$/);
          if (!file.fileName.endsWith('.pdf')) continue;
          const bytes = inflated(readFileSync(file.path));
          const text = hasPoppler ? pagesOf(file.path).join('\n') : '';
          if (hasPoppler) expect(text.length).toBeGreaterThan(500);
          for (const word of words) {
            expect(bytes.includes(Buffer.from(word).toString('latin1')), file.fileName).toBe(false);
            expect(text.includes(word), file.fileName).toBe(false);
          }
          expect(bytes).not.toContain(idOf('held participant'));
        }
      }
    },
    120_000,
  );

  it.skipIf(!hasPoppler)(
    'finds a name where there is one (skipped without poppler)',
    async () => {
      const replica = memoryReplica();
      holdSession(replica, DOSSIER);
      const snapshot = snapshotOf(replica.db);
      const copy = editionOf(snapshot, 'restricted', {});
      const content = minutesOf(snapshot, HELD.session, copy, FIRST_DRAFT);
      const leaking = {
        ...content,
        session: { ...content.session, chair: { en: { text: PLANTED[0], status: 'original' as const } } },
      };
      const made = await makePapers(
        {
          kind: 'papers',
          papers: {
            kind: 'minutes',
            content: leaking,
            copy,
            formats: ['pdf'],
            languages: ['en'],
            withCopy: false,
          },
          outDir: out,
          assetsDir: root,
        },
        context,
      );
      if (!made.ok) throw new Error(made.error.code);
      const path = join(out, 'leaking.pdf');
      writeFileSync(path, readFileSync(made.value[0]?.path ?? ''));
      expect(pagesOf(path).join('\n')).toContain(PLANTED[0]);
    },
    60_000,
  );
});
