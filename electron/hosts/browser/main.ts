/** Entry of the browser host. Exit codes: 0 ended in order, 1 refused, 2 usage, 3 our fault. */
import { readArguments, USAGE } from './arguments.ts';
import { runBrowserHost } from './run.ts';

const options = readArguments(process.argv.slice(2));
if (options === undefined || options === 'help') {
  (options ? process.stdout : process.stderr).write(USAGE);
  process.exit(options ? 0 : 2);
}
try {
  const running = await runBrowserHost(options);
  process.stdout.write(`Hiwar: ${running.address}\n`);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, running.stop);
  process.exit(await running.ended);
} catch (cause) {
  const { code } = cause as NodeJS.ErrnoException;
  process.stderr.write(`Hiwar: could not start (${code ?? String(cause)})\n`);
  process.exit(code === 'EADDRINUSE' || code === 'EACCES' ? 1 : 3);
}
