/** Builds the bare list with Vite and serves it with the rows it is given. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const TYPES: { readonly [ending: string]: string } = { '.html': 'text/html', '.js': 'text/javascript' };

export async function serveBareList(rows: unknown): Promise<{ address: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'hiwar-bare-'));
  await build({
    configFile: false,
    envDir: false,
    logLevel: 'warn',
    root: join(import.meta.dirname, '../bare-list'),
    base: './',
    plugins: [react()],
    build: { outDir: folder, emptyOutDir: true, target: 'chrome148' },
  });
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://bare').pathname);
    if (path === '/rows.json')
      return void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(rows));
    const file = path === '/' ? '/index.html' : path;
    try {
      const body = readFileSync(join(folder, file));
      response
        .writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' })
        .end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
