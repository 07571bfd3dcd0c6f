/** The typesetter behind one interface: a view goes in as data, a PDF comes out. */
import { readFileSync } from 'node:fs';
import { createTypstCompiler, loadFonts, type TypstCompiler } from '@myriaddreamin/typst.ts';
import { type ExportAssets, TEMPLATES, type Template } from '../assets.ts';

export interface PdfEngine {
  /**
   * Lays out one document by the template `main`, the report where none is named. `view` is any JSON: it reaches the template as data and never as markup, so nothing
   * a person wrote can run there. Blocks the thread for the whole of the work.
   */
  render(view: unknown, main?: Template): Promise<Uint8Array>;
}

const PDF = 1;

/** Typst compiled to WebAssembly: the same bytes on every machine, and no access to files or network. */
export async function openPdfEngine(assets: ExportAssets): Promise<PdfEngine> {
  const compiler: TypstCompiler = createTypstCompiler();
  await compiler.init({
    // In an object, which the types of the library do not know yet but its loader asks for.
    getModule: () => ({ module_or_path: readFileSync(assets.wasm) }) as never,
    beforeBuild: [
      // `assets: false`: without it the library fetches its default fonts from the network.
      loadFonts(
        assets.fonts.map((font) => new Uint8Array(readFileSync(font))),
        { assets: false },
      ),
    ],
  });
  for (const name of TEMPLATES) compiler.addSource(`/${name}`, readFileSync(assets.template(name), 'utf8'));
  return {
    async render(view, main = 'report.typ') {
      compiler.mapShadow('/report.json', new TextEncoder().encode(JSON.stringify(view)));
      const { result, diagnostics } = await compiler.compile({
        mainFilePath: `/${main}`,
        format: PDF,
        diagnostics: 'full',
      });
      if (!result) throw new Error(`${main} cannot be laid out: ${JSON.stringify(diagnostics)}`);
      return result as Uint8Array;
    },
  };
}
