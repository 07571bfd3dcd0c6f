/** Files that are shipped as they are, beside the bundles: the typesetter, its templates and the fonts of reports. */
import { cpSync, globSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from './paths.mjs';

const typst = '@myriaddreamin/typst-ts-web-compiler';
const amiri = '@expo-google-fonts/amiri';
const noto = '@expo-google-fonts/noto-sans';

const templates = 'electron/exports/report/typst/*.typ';

/** source in node_modules -> name in out/assets (its own name where none is given) */
const assets = [
  [`${typst}/pkg/typst_ts_web_compiler_bg.wasm`],
  [`${amiri}/400Regular/Amiri_400Regular.ttf`],
  [`${amiri}/700Bold/Amiri_700Bold.ttf`],
  [`${amiri}/LICENSE_FONT`, 'OFL-Amiri.txt'],
  [`${noto}/400Regular/NotoSans_400Regular.ttf`],
  [`${noto}/700Bold/NotoSans_700Bold.ttf`],
  [`${noto}/400Regular_Italic/NotoSans_400Regular_Italic.ttf`],
  [`${noto}/LICENSE_FONT`, 'OFL-NotoSans.txt'],
];

/** @param {string} outDir */
export function copyAssets(outDir) {
  const target = join(outDir, 'assets');
  mkdirSync(target, { recursive: true });
  for (const [source = '', name = basename(source)] of assets) {
    cpSync(join(root, 'node_modules', source), join(target, name));
  }
  for (const template of globSync(templates, { cwd: root })) {
    cpSync(join(root, template), join(target, basename(template)));
  }
}
