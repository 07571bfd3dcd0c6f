/**
 * Stand-ins for the three Electron runtimes: enough for electron-builder to pack around, nothing that runs.
 * With them the content of a package, its integrity hashes and its fuses can be checked without a network.
 */
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createPackage } from '@electron/asar';
import { root } from '../paths.mjs';
import { fuseWire } from './fuse-wire.mjs';
import { plist } from './plist.mjs';

/** @typedef {'linux' | 'win' | 'mac'} System */

/** An unsigned program with version information, which is what gets edited: a text file would be refused. */
const windowsProgram = join(root, 'node_modules/electron-winstaller/vendor/Setup.exe');

/**
 * Writes the stand-in of one system into an empty folder.
 * @param {System} system @param {string} folder
 */
export async function makeStubRuntime(system, folder) {
  const { electron } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies;
  await makers[system](folder, electron);
}

/** @type {Record<System, (folder: string, version: string) => Promise<void>>} */
const makers = { linux: makeLinux, win: makeWindows, mac: makeMac };

/** @param {string} path @param {string | Buffer} content */
function put(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** @param {string} path */
function putProgram(path) {
  const words = '#!/bin/sh\necho "This is a stand-in for Electron and runs nothing" >&2\nexit 1\n';
  put(path, Buffer.concat([Buffer.from(words), fuseWire(), Buffer.from('\n')]));
  chmodSync(path, 0o755);
}

/** The archive that Electron shows when it is given no application; packing replaces it. @param {string} resources */
async function putDefaultApplication(resources) {
  const source = mkdtempSync(join(tmpdir(), 'hiwar-default-app-'));
  put(join(source, 'package.json'), '{"name":"nothing","main":"main.js"}');
  put(join(source, 'main.js'), '');
  mkdirSync(resources, { recursive: true });
  await createPackage(source, join(resources, 'default_app.asar'));
  rmSync(source, { recursive: true });
}

const languages = ['ar', 'de', 'en-US', 'es', 'fr'];

/** What lies beside the program on Linux and Windows. @param {string} folder @param {string} version */
async function putNeighbours(folder, version) {
  for (const name of ['icudtl.dat', 'resources.pak', 'chrome_100_percent.pak', 'snapshot_blob.bin']) {
    put(join(folder, name), 'stand-in');
  }
  for (const language of languages) put(join(folder, 'locales', `${language}.pak`), 'stand-in');
  put(join(folder, 'version'), version);
  put(join(folder, 'LICENSE'), 'stand-in');
  put(join(folder, 'LICENSES.chromium.html'), 'stand-in');
  await putDefaultApplication(join(folder, 'resources'));
}

/** @param {string} folder @param {string} version */
async function makeLinux(folder, version) {
  putProgram(join(folder, 'electron'));
  for (const name of ['chrome-sandbox', 'chrome_crashpad_handler']) putProgram(join(folder, name));
  await putNeighbours(folder, version);
}

/** @param {string} folder @param {string} version */
async function makeWindows(folder, version) {
  mkdirSync(folder, { recursive: true });
  copyFileSync(windowsProgram, join(folder, 'electron.exe'));
  const program = readFileSync(join(folder, 'electron.exe'));
  writeFileSync(join(folder, 'electron.exe'), withWireInside(program));
  await putNeighbours(folder, version);
}

/**
 * Puts the wire into the program's own text. Appended, it would be lost when the resources are written anew.
 * @param {Buffer} program
 */
function withWireInside(program) {
  const wire = fuseWire();
  // The first long run of zeroes after the headers is padding of a section.
  const at = program.indexOf(Buffer.alloc(wire.length + 32), 1024);
  if (at < 0) throw new Error('no room for the fuses in the stand-in for Windows');
  wire.copy(program, at + 16);
  return program;
}

/** @param {string} folder @param {string} version */
async function makeMac(folder, version) {
  const contents = join(folder, 'Electron.app/Contents');
  const names = ['', ' (GPU)', ' (Plugin)', ' (Renderer)'].map((kind) => `Electron Helper${kind}`);
  putApplication(contents, 'Electron', version);
  for (const name of names) putApplication(join(contents, `Frameworks/${name}.app/Contents`), name, version);
  const framework = join(contents, 'Frameworks/Electron Framework.framework');
  putProgram(join(framework, 'Electron Framework'));
  for (const parent of [join(contents, 'Resources'), join(framework, 'Versions/A/Resources')]) {
    for (const language of languages)
      put(join(parent, `${language.replace('-US', '')}.lproj/locale.pak`), 'stand-in');
  }
  put(join(contents, 'Resources/electron.icns'), 'stand-in');
  put(join(folder, 'version'), version);
  put(join(folder, 'LICENSE'), 'stand-in');
  put(join(folder, 'LICENSES.chromium.html'), 'stand-in');
  await putDefaultApplication(join(contents, 'Resources'));
}

/** @param {string} contents @param {string} name @param {string} version */
function putApplication(contents, name, version) {
  putProgram(join(contents, 'MacOS', name));
  put(
    join(contents, 'Info.plist'),
    plist({
      CFBundleExecutable: name,
      CFBundleIdentifier: `com.github.${name.replace(/\W/g, '')}`,
      CFBundleName: name,
      CFBundlePackageType: 'APPL',
      CFBundleVersion: version,
    }),
  );
}
