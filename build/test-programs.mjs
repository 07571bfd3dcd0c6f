/** The one list of programs, beside Chromium, that tests call. Add a program here before a test uses it. */
import { spawnSync } from 'node:child_process';
import { installDebianPackage } from './debian.mjs';

const programs = [
  { program: 'pdftotext', version: '-v', debian: 'poppler-utils', macos: 'poppler' },
  { program: 'minisign', version: '-v', debian: 'minisign', macos: 'minisign' },
];

/**
 * Installs what is missing where that is possible.
 * @returns {string[]} one sentence for each program that is still missing
 */
export function ensureTestPrograms() {
  for (const { program, version, debian } of programs) {
    if (!isThere(program, version)) installDebianPackage(debian);
  }
  return programs
    .filter(({ program, version }) => !isThere(program, version))
    .map(
      ({ program, debian, macos }) =>
        `${program} is missing: install the package ${debian} (Debian, Ubuntu) or ${macos} (Homebrew).`,
    );
}

/** @param {string} program @param {string} version */
function isThere(program, version) {
  return spawnSync(program, [version], { stdio: 'ignore' }).error === undefined;
}
