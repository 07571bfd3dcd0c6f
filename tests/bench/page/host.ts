/** The built browser host as a process of its own, with a data folder that is thrown away. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { residentOf } from '../../fixtures/resident.ts';

const out = process.env.HIWAR_OUT ?? join(import.meta.dirname, '../../../out');

export interface Host {
  readonly address: string;
  /** Resident memory of the process now and at its highest, in megabytes of 1,000,000 bytes. */
  readonly resident: () => number;
  readonly stop: () => Promise<void>;
}

export async function startHost(): Promise<Host> {
  const folder = mkdtempSync(join(tmpdir(), 'hiwar-bench-host-'));
  const child = spawn(process.execPath, [join(out, 'host/index.js'), '--no-open'], {
    env: { ...process.env, HIWAR_DATA: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = async (): Promise<void> => {
    if (child.exitCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
    const address = /^Hiwar: (http\S+)$/.exec(line)?.[1];
    if (address) return { address, resident: () => residentOf(child.pid) / 1_000_000, stop };
  }
  await stop();
  throw new Error('the host ended before it had an address');
}
