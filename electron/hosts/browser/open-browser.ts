/** Opens the person's browser at an address, where there is a screen to open it on. */
import { spawn } from 'node:child_process';

type Environment = Readonly<Record<string, string | undefined>>;

/** The program and arguments that open an address here, or undefined where there is no screen. */
export function browserCommand(
  address: string,
  platform: NodeJS.Platform = process.platform,
  env: Environment = process.env,
): { command: string; args: string[] } | undefined {
  if (platform === 'darwin') return { command: 'open', args: [address] };
  // `start` is a word of cmd alone; the quotes keep the `&` of the address out of its grammar.
  if (platform === 'win32') return { command: 'cmd.exe', args: ['/d', '/s', '/c', `start "" "${address}"`] };
  if (env.DISPLAY || env.WAYLAND_DISPLAY) return { command: 'xdg-open', args: [address] };
  return undefined;
}

export function openBrowser(address: string): void {
  const found = browserCommand(address);
  if (!found) return;
  const child = spawn(found.command, found.args, {
    detached: true,
    stdio: 'ignore',
    windowsVerbatimArguments: true,
  });
  // The address is printed as well, so a machine without such a program loses nothing.
  child.on('error', () => {});
  child.unref();
}
