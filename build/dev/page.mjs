/** Vite's server for the page, in front of the browser host: calls are passed on, as if the host served the page. */
import { join } from 'node:path';
import { createServer } from 'vite';
import { cache, root } from '../paths.mjs';
import { pageConfig } from '../vite.mjs';

const hostRoutes = ['/rpc', '/session', '/ticket', '/events', '/upload', '/download', '/quit'];
const newHost = 'hiwar:new-host';

/** @param {string} hostOrigin the host keeps its port over restarts */
export async function servePage(hostOrigin) {
  const config = pageConfig(join(cache, 'dev'), true);
  let origin = '';
  /** @param {string} address of the host, with a ticket behind its `#` */
  const addressOf = (address) => `${origin}/${new URL(address).hash}`;

  /** @type {import('vite').ProxyOptions} */
  const toHost = {
    target: hostOrigin,
    changeOrigin: true,
    configure: (proxy) => {
      // The host accepts its own origin only; a foreign one is passed on as it is and refused there.
      proxy.on('proxyReq', (request, incoming) => {
        if (incoming.headers.origin === origin) request.setHeader('origin', hostOrigin);
      });
    },
  };
  const server = await createServer({
    ...config,
    plugins: [...(config.plugins ?? []), followHost()],
    server: {
      host: '127.0.0.1',
      cors: false,
      proxy: Object.fromEntries(hostRoutes.map((route) => [route, toHost])),
    },
  });
  server.watcher.add(['shared', 'db', 'electron'].map((folder) => join(root, folder)));
  await server.listen();
  origin = new URL(server.resolvedUrls?.local[0] ?? '').origin;

  return {
    addressOf,
    /** Opens the page anew on another host, at the place where it was. @param {string} address */
    moveTo: (address) => server.ws.send({ type: 'custom', event: newHost, data: new URL(address).hash }),
    /** @param {(path: string) => void} listener */
    onChange: (listener) =>
      void server.watcher.on('change', listener).on('add', listener).on('unlink', listener),
    close: () => server.close(),
  };
}

/** A script for development alone: goes to the ticket of a restarted host. @returns {import('vite').Plugin} */
function followHost() {
  const name = '/@follow-host';
  const script = `import.meta.hot?.on('${newHost}', (ticket) => {
    location.hash = ticket + (location.hash ? '&to=' + encodeURIComponent(location.hash.slice(1)) : '');
    location.reload();
  });`;
  return {
    name: 'follow-host',
    resolveId: (id) => (id === name ? name : undefined),
    load: (id) => (id === name ? script : undefined),
    transformIndexHtml: () => [{ tag: 'script', attrs: { type: 'module', src: name }, injectTo: 'head' }],
  };
}
