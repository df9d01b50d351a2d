import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize, sep } from 'node:path';
import { HOSTED_POLICY } from './build-policy.ts';
import { mediaType } from './media-type.ts';

export interface ServeOptions {
  /** Where files are looked for; the first folder that has one wins. */
  readonly folders: readonly string[];
  /** First port tried; 0 = any free one. */
  readonly port: number;
  /** Folder that the site pretends to lie in, with slashes at both ends. Absent = `/`. */
  readonly prefix?: string;
  /** Content-Security-Policy sent with every answer; null = none. Absent = that of the hosted site. */
  readonly policy?: string | null;
}

export interface SiteServer {
  /** Where the page is, on 127.0.0.1. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

const PORTS_TRIED = 50;

/** Serves folders of files over plain HTTP to this computer only, on the first free port. */
export async function serveSite(options: ServeOptions): Promise<SiteServer> {
  const prefix = options.prefix ?? '/';
  const server = createServer((request, response) => void answer(request, response, options, prefix));
  const port = await listen(server, options.port);
  return {
    url: `http://127.0.0.1:${port}${prefix}`,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: ServeOptions,
  prefix: string,
): Promise<void> {
  const { policy = HOSTED_POLICY } = options;
  if (policy !== null) response.setHeader('Content-Security-Policy', policy);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cache-Control', 'no-cache');
  const file = await find(request.url ?? '/', options.folders, prefix);
  if (file === null) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('404');
    return;
  }
  response.writeHead(200, { 'Content-Type': mediaType(file.path), 'Content-Length': file.size });
  if (request.method === 'HEAD') response.end();
  else createReadStream(file.path).pipe(response);
}

interface FoundFile {
  readonly path: string;
  readonly size: number;
}

/** The file of an address, or null where there is none or it would lie outside the folders. */
async function find(url: string, folders: readonly string[], prefix: string): Promise<FoundFile | null> {
  const asked = decodePath(url.replace(/[?#].*$/, ''));
  if (asked === null || !asked.startsWith(prefix)) return null;
  const inside = normalize(asked.slice(prefix.length));
  if (inside.startsWith('..') || inside.startsWith(sep)) return null;
  for (const folder of folders) {
    const path = join(folder, inside === '.' ? 'index.html' : inside);
    const found = await stat(path).catch(() => null);
    if (found?.isFile() === true) return { path, size: found.size };
  }
  return null;
}

function decodePath(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

async function listen(server: Server, first: number): Promise<number> {
  const last = first === 0 ? 0 : first + PORTS_TRIED;
  for (let port = first; port <= last; port++) {
    const address = await tryPort(server, port);
    if (address !== null) return address.port;
  }
  throw new Error(`No free port from ${first} to ${last}`);
}

/** The address listened on, or null where the port is taken. */
function tryPort(server: Server, port: number): Promise<AddressInfo | null> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(null) : reject(error));
    server.once('error', onError);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', onError);
      const address = server.address();
      resolve(address !== null && typeof address === 'object' ? address : null);
    });
  });
}
