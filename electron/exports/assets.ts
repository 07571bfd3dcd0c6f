/** Where the files lie that exports need beside their code: the typesetter, its fonts, the templates. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export const TEMPLATES = [
  'report.typ',
  'parts.typ',
  'front.typ',
  'items.typ',
  'annex.typ',
  'minutes.typ',
  'sheets.typ',
  'register.typ',
] as const;
export type Template = (typeof TEMPLATES)[number];

const WASM = 'typst_ts_web_compiler_bg.wasm';
/** In this order: the order of fonts is part of what the bytes of a PDF depend on. */
const FONTS = [
  ['Amiri_400Regular.ttf', '@expo-google-fonts/amiri/400Regular'],
  ['Amiri_700Bold.ttf', '@expo-google-fonts/amiri/700Bold'],
  ['NotoSans_400Regular.ttf', '@expo-google-fonts/noto-sans/400Regular'],
  ['NotoSans_700Bold.ttf', '@expo-google-fonts/noto-sans/700Bold'],
  ['NotoSans_400Regular_Italic.ttf', '@expo-google-fonts/noto-sans/400Regular_Italic'],
] as const;

export interface ExportAssets {
  readonly wasm: string;
  readonly fonts: readonly string[];
  readonly template: (name: Template) => string;
}

/** Built programs have everything in one folder, `out/assets`. */
export const builtAssets = (folder: string): ExportAssets => ({
  wasm: join(folder, WASM),
  fonts: FONTS.map(([name]) => join(folder, name)),
  template: (name) => join(folder, name),
});

/** In a checkout that was not built the files lie where they come from. */
export const sourceAssets = (root: string): ExportAssets => {
  const modules = join(root, 'node_modules');
  return {
    wasm: join(modules, '@myriaddreamin/typst-ts-web-compiler/pkg', WASM),
    fonts: FONTS.map(([name, from]) => join(modules, from, name)),
    template: (name) => join(root, 'electron/exports/report/typst', name),
  };
};

/** `folder` is out/assets, or the root of a checkout. */
export const findAssets = (folder: string): ExportAssets =>
  existsSync(join(folder, WASM)) ? builtAssets(folder) : sourceAssets(folder);
