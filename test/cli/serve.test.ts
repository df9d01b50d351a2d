import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HOSTED_POLICY } from '../../src/cli/build-policy.ts';
import { serveSite, type SiteServer } from '../../src/cli/serve.ts';

let root: string;
let site: SiteServer;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'court-metrics-serve-'));
  mkdirSync(join(root, 'site/engine'), { recursive: true });
  mkdirSync(join(root, 'overlay'));
  writeFileSync(join(root, 'secret.txt'), 'not part of the site');
  writeFileSync(join(root, 'site/index.html'), '<!doctype html>首页');
  writeFileSync(join(root, 'site/engine/code.bin'), Uint8Array.of(1, 2, 3));
  writeFileSync(join(root, 'site/list.csv'), 'site');
  writeFileSync(join(root, 'overlay/list.csv'), 'overlay');
  site = await serveSite({ folders: [join(root, 'overlay'), join(root, 'site')], port: 0, prefix: '/some/path/' });
});

afterAll(async () => {
  await site.close();
  rmSync(root, { recursive: true });
});

/** Status of a path that is sent exactly as it stands; `fetch` would tidy it up first. */
function statusOf(path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: site.port, path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

describe('serveSite', () => {
  test('serves the page at its prefix, with type, length and policy', async () => {
    const response = await fetch(site.url);
    expect(await response.text()).toContain('首页');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toBe(HOSTED_POLICY);
    const code = await fetch(`${site.url}engine/code.bin?x#y`);
    expect(code.headers.get('content-length')).toBe('3');
    expect(code.headers.get('content-type')).toBe('application/octet-stream');
  });

  test('the first folder that has a file wins', async () => {
    expect(await (await fetch(`${site.url}list.csv`)).text()).toBe('overlay');
  });

  test.each([
    '/',
    '/some/path',
    '/some/path/none',
    '/some/path/engine',
    '/some/path/../../secret.txt',
    '/some/path/%2e%2e/secret.txt',
    '/some/path/..%2f..%2fsecret.txt',
    '/some/path//etc/passwd',
    '/some/path/%zz',
  ])('nothing at %s', async (path) => {
    expect(await statusOf(path)).toBe(404);
  });

  test('takes the next port where one is in use', async () => {
    const second = await serveSite({ folders: [root], port: site.port, policy: null });
    expect(second.port).toBeGreaterThan(site.port);
    expect((await fetch(`${second.url}secret.txt`)).headers.get('content-security-policy')).toBeNull();
    await second.close();
  });
});
