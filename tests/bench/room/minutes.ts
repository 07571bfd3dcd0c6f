/** Minutes of a long session beside a bare compile of the same text by the same typesetter. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTypstCompiler, loadFonts } from '@myriaddreamin/typst.ts';
import { snapshotOf } from '../../../db/queries/snapshot.ts';
import { findAssets } from '../../../electron/exports/assets.ts';
import { minutesView } from '../../../electron/exports/papers/minutes-view.ts';
import { openPdfEngine } from '../../../electron/exports/report/pdf-engine.ts';
import { editionOf } from '../../../shared/domain/edition.ts';
import { minutesOf } from '../../../shared/domain/minutes/minutes-of.ts';
import { DOSSIER, memoryReplica } from '../../fixtures/dossiers.ts';
import { FIRST_DRAFT, HELD, holdSession } from '../../fixtures/room/held-session.ts';
import { type Figure, median } from '../figure.ts';

const assets = findAssets(join(import.meta.dirname, '../../..'));
const TURNS = 9;
/** Compiled code is made better while it runs, longer for the richer template: until then neither is measured. */
const WARM = 6;

/** The texts alone, a paragraph each, in the fonts of the minutes; on each page the number of it, as theirs have. */
const BARE = `#let d = json("/bare.json")
#set page(footer: context [#counter(page).display() / #counter(page).final().first()])
#set text(font: ("Amiri", "Noto Sans"), lang: "ar", dir: rtl, size: 11.5pt)
#for it in d { par(it) }`;

async function bareCompiler(): Promise<(texts: readonly string[]) => Promise<void>> {
  const compiler = createTypstCompiler();
  await compiler.init({
    getModule: () => ({ module_or_path: readFileSync(assets.wasm) }) as never,
    beforeBuild: [
      loadFonts(
        assets.fonts.map((font) => new Uint8Array(readFileSync(font))),
        { assets: false },
      ),
    ],
  });
  compiler.addSource('/bare.typ', BARE);
  return async (texts) => {
    compiler.mapShadow('/bare.json', new TextEncoder().encode(JSON.stringify(texts)));
    const { result } = await compiler.compile({ mainFilePath: '/bare.typ', format: 1 });
    if (!result) throw new Error('the bare text cannot be laid out');
  };
}

/** Every text of a view that is printed, in order. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    ['kind', 'lang', 'tile', 'seat', 'value', 'code', 'anchor'].includes(key) && typeof inner === 'string'
      ? []
      : textsIn(inner),
  );
}

/** The same with another number in every text: the typesetter remembers what it has laid out, and would not again. */
const varied = <T>(view: T, turn: number): T =>
  JSON.parse(JSON.stringify(view), (_key, value) =>
    typeof value === 'string' && /[\u0621-\u064a]/.test(value) ? `${turn} ${value}` : value,
  ) as T;

async function measure(): Promise<number> {
  const replica = memoryReplica();
  holdSession(replica, DOSSIER, { more: 300 });
  const snapshot = snapshotOf(replica.db);
  const edition = editionOf(snapshot, 'restricted', {});
  const content = minutesOf(snapshot, HELD.session, edition, FIRST_DRAFT);
  const [engine, bare] = [await openPdfEngine(assets), await bareCompiler()];
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let turn = 0; turn < TURNS + WARM; turn += 1) {
    const other = {
      ...content,
      order: turn + 1,
      deadline: null,
      issuedAt: `2025-11-${10 + turn}T12:45:00.000Z`,
    };
    const view = varied(minutesView(other, edition, 'ar'), turn);
    const texts = textsIn(view.blocks);
    const first = performance.now();
    await engine.render(view, 'minutes.typ');
    const second = performance.now();
    await bare(texts);
    const third = performance.now();
    if (turn >= WARM) {
      ours.push(second - first);
      theirs.push(third - second);
    }
  }
  return median(ours) / median(theirs);
}

export const minutesFigures: readonly Figure[] = [
  { name: 'minutes beside a bare compile of their text', target: { atMost: 1.5 }, unit: 'x', measure },
];
