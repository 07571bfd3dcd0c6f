/**
 * How the application is packed, for electron-builder. Made in code since two traps of the tool wait in a
 * plain file: `${platform}` names the system that packs and not the one packed for, and a list of files
 * with exclusions alone takes the whole project in.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

/** @typedef {import('app-builder-lib').Configuration} Configuration */

const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const native = 'node_modules/better-sqlite3';

/**
 * The files of the application, the whole list for each system. Exactly one native module goes in.
 * @param {'linux' | 'win32' | 'darwin'} system as in the names of the native modules
 */
const files = (system) => [
  'out/**',
  'package.json',
  'LICENSE',
  '!out/.built-from',
  '!out/renderer/.vite',
  '!**/*.{map,ts,tsx,mts,cts}',
  `!${native}/{deps,src,binding.gyp}`,
  '!node_modules/node-addon-api',
  `!${native}/prebuilds/!(${system}-\${arch}).node`,
];

/** @type {('x64' | 'arm64')[]} */
const arch = ['x64', 'arm64'];

/** Fuses of the runtime: it runs this application from its archive and is nothing else. @type {Configuration['electronFuses']} */
export const fuses = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
  // Changing the program breaks the signature it came with; `codesign`, which mends it, is on macOS alone.
  resetAdHocDarwinSignature: process.platform === 'darwin',
};

/** @type {Configuration} */
const configuration = {
  appId: 'org.hiwar.desktop',
  productName: 'Hiwar',
  copyright: 'The Hiwar founders',
  electronVersion: devDependencies.electron,
  directories: { output: 'dist', buildResources: 'build/icons' },
  // Only the native module lies outside the archive, whose integrity is checked.
  asar: { smartUnpack: false },
  asarUnpack: [`${native}/prebuilds/**`],
  // The native module speaks Node-API: the same file serves Node and Electron, nothing is compiled.
  npmRebuild: false,
  buildDependenciesFromSource: false,
  electronFuses: fuses,
  electronLanguages: ['ar', 'en-US', 'fr', 'es'],
  fileAssociations: [
    { ext: 'hiwar', name: 'Hiwar dossier', role: 'Editor', mimeType: 'application/x-hiwar-dossier' },
  ],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills these in
  artifactName: '${productName}-${version}-${os}-${arch}.${ext}',
  // No place to look for newer versions is packed: the application never asks for one.
  publish: null,
  linux: {
    target: ['AppImage', 'deb', 'rpm'].map((target) => ({ target, arch })),
    files: files('linux'),
    icon: 'linux',
    executableName: 'hiwar',
    category: 'Office',
    synopsis: 'National social dialogue, offline',
    maintainer: 'The Hiwar founders <founders@hiwar.invalid>',
    vendor: 'The Hiwar founders',
  },
  win: {
    target: ['nsis', 'portable'].map((target) => ({ target, arch })),
    files: files('win32'),
    icon: 'icon.ico',
  },
  nsis: {
    oneClick: false,
    perMachine: false,
    allowToChangeInstallationDirectory: true,
    differentialPackage: false,
    displayLanguageSelector: true,
    installerLanguages: ['ar_SA', 'en_US', 'fr_FR', 'es_ES'],
    // Dossiers belong to the people who wrote them, not to the program.
    deleteAppDataOnUninstall: false,
  },
  // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills these in
  portable: { artifactName: '${productName}-${version}-portable-${arch}.${ext}' },
  mac: {
    target: ['dmg', 'zip'].map((target) => ({ target, arch })),
    files: files('darwin'),
    icon: 'icon.icns',
    category: 'public.app-category.business',
    minimumSystemVersion: '13.0',
    hardenedRuntime: true,
    notarize: false,
  },
};

export default configuration;
