/**
 * `npm run package [-- --dir] [--win --mac --linux] [--x64 --arm64]`: installers into dist/.
 *
 * Without a system or a processor it packs for this machine. Installers need the Electron runtime and
 * the tools of each installer, which are downloaded once. `--dir` makes the folder of the application alone;
 * where there is no runtime to be had it is packed around a stand-in, to check what a package holds.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Arch, build, createTargets, Platform } from 'electron-builder';
import configuration from './electron-builder.mjs';
import { electronPath } from './electron-runtime.mjs';
import { root } from './paths.mjs';
import { makeStubRuntime } from './stub-runtime/stub-runtime.mjs';

/** @typedef {import('./stub-runtime/stub-runtime.mjs').System} System */

const platforms = { linux: Platform.LINUX, win: Platform.WINDOWS, mac: Platform.MAC };
const processors = { x64: Arch.x64, arm64: Arch.arm64 };

export const usage = `npm run package [-- OPTIONS]

  --linux --win --mac   for these systems (this one otherwise)
  --x64 --arm64         for these processors (this one otherwise)
  --dir                 the folder of the application, no installer
`;

/** @param {string[]} args @returns {Promise<number>} exit code: 0 done, 1 could not, 2 usage */
export async function run(args) {
  const options = readOptions(args);
  if (!options) {
    console.error(usage);
    return 2;
  }
  for (const system of options.systems) {
    const advice = whyNot(system, options.dir);
    if (advice) {
      console.error(advice);
      return 1;
    }
  }
  for (const system of options.systems) {
    for (const arch of options.archs) {
      const made = options.dir ? await packFolder({ system, arch }) : await packInstallers(system, arch);
      for (const path of made) console.log(path);
    }
  }
  return 0;
}

/** @param {string[]} args */
function readOptions(args) {
  /** @type {{ type: 'boolean', default: false }} */
  const flag = { type: 'boolean', default: false };
  try {
    const { values } = parseArgs({
      args,
      options: { linux: flag, win: flag, mac: flag, x64: flag, arm64: flag, dir: flag },
    });
    const systems = /** @type {System[]} */ (['linux', 'win', 'mac']).filter((system) => values[system]);
    const archs = /** @type {('x64' | 'arm64')[]} */ (['x64', 'arm64']).filter((arch) => values[arch]);
    return {
      dir: values.dir,
      systems: systems.length > 0 ? systems : [thisSystem()],
      archs:
        archs.length > 0
          ? archs
          : [process.arch === 'arm64' ? /** @type {const} */ ('arm64') : /** @type {const} */ ('x64')],
    };
  } catch {
    return undefined;
  }
}

/** @returns {System} */
const thisSystem = () =>
  process.platform === 'win32' ? 'win' : process.platform === 'darwin' ? 'mac' : 'linux';

/** What stands in the way of packing, in sentences; undefined when nothing does. @param {System} system @param {boolean} dir */
function whyNot(system, dir) {
  if (system === 'mac' && !dir && process.platform !== 'darwin') {
    return 'Installers for macOS can be made on macOS only. "npm run package -- --mac --dir" makes the folder of the application anywhere.';
  }
  if (dir || electronPath()) return undefined;
  return [
    'Installers need the Electron runtime, and it is not here.',
    'Where github.com can be reached, "npx install-electron" fetches it; the tools of each installer',
    '(AppImage, NSIS, fpm for deb and rpm) are fetched from there as well, when they are first needed.',
    'Without it, "npm run package -- --dir" packs the application around a stand-in, to check what a package holds.',
  ].join('\n');
}

/** @param {System} system @param {'x64' | 'arm64'} arch */
const packInstallers = (system, arch) =>
  build({
    projectDir: root,
    targets: platforms[system].createTarget(undefined, processors[arch]),
    config: { ...configuration, ...ownRuntime(system, arch) },
    publish: 'never',
  });

/** The runtime that is here serves this system and processor; for others electron-builder fetches its own. @param {System} system @param {string} arch */
function ownRuntime(system, arch) {
  return isThisMachine(system, arch) && electronPath()
    ? { electronDist: join(root, 'node_modules/electron/dist') }
    : {};
}

/** @param {System} system @param {string} arch */
const isThisMachine = (system, arch) => system === thisSystem() && arch === process.arch;

/**
 * Packs the folder of the application for one system, without a network.
 * @param {{ system: System, arch: 'x64' | 'arm64', output?: string, stub?: boolean }} target `stub` forces the stand-in
 * @returns {Promise<string[]>} path of the folder
 */
export async function packFolder({ system, arch, output = join(root, 'dist'), stub = false }) {
  const real = !stub && isThisMachine(system, arch) && electronPath() !== undefined;
  const runtime = real
    ? join(root, 'node_modules/electron/dist')
    : mkdtempSync(join(tmpdir(), 'hiwar-runtime-'));
  try {
    if (!real) {
      await makeStubRuntime(system, runtime);
      if (!stub)
        console.error(
          `There is no Electron runtime for ${system} ${arch} here: packed around a stand-in that runs nothing.`,
        );
    }
    await build({
      projectDir: root,
      targets: createTargets([platforms[system]], 'dir', arch),
      config: {
        ...configuration,
        electronDist: runtime,
        directories: { ...configuration.directories, output },
      },
      publish: 'never',
    });
  } finally {
    if (!real) rmSync(runtime, { recursive: true, force: true });
  }
  return [folderOf(system, arch, output)];
}

/** Where electron-builder leaves the folder of the application. @param {System} system @param {string} arch @param {string} output */
function folderOf(system, arch, output) {
  const ending = arch === 'x64' ? '' : `-${arch}`;
  const name = system === 'mac' ? `mac${ending}` : `${system}${ending}-unpacked`;
  const path = join(output, name);
  if (!existsSync(path)) throw new Error(`electron-builder left no ${path}`);
  return path;
}
