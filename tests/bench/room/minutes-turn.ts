/** One document by one template, in a process of its own that does nothing else: `minutes-turn.ts TEMPLATE DATA`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTypstCompiler, loadFonts } from '@myriaddreamin/typst.ts';
import { findAssets } from '../../../electron/exports/assets.ts';
import { openPdfEngine } from '../../../electron/exports/report/pdf-engine.ts';

export const TEMPLATES = ['minutes', 'bare'] as const;
export type Template = (typeof TEMPLATES)[number];

const assets = findAssets(join(import.meta.dirname, '../../..'));

/** The texts alone, a paragraph each, in the fonts of the minutes; on each page the number of it, as theirs have. */
const BARE = `#let d = json("/bare.json")
#set page(footer: context [#counter(page).display() / #counter(page).final().first()])
#set text(font: ("Amiri", "Noto Sans"), lang: "ar", dir: rtl, size: 11.5pt)
#for it in d { par(it) }`;

async function bareEngine(): Promise<(texts: unknown) => Promise<Uint8Array>> {
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
    return result as Uint8Array;
  };
}

async function turn(template: Template, data: unknown): Promise<number> {
  const engine = template === 'minutes' ? await openPdfEngine(assets) : undefined;
  const render = engine ? (view: unknown) => engine.render(view, 'minutes.typ') : await bareEngine();
  const from = performance.now();
  const pdf = await render(data);
  const milliseconds = performance.now() - from;
  if (pdf.length < 10_000) throw new Error('that is no document of three hundred entries');
  return milliseconds;
}

const [, main, template, data] = process.argv;
if (main === import.meta.filename)
  process.stdout.write(
    String(await turn(template as Template, JSON.parse(readFileSync(data as string, 'utf8')))),
  );
