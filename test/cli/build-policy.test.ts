import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HOSTED_POLICY } from '../../src/cli/build-policy.ts';
import { PROJECT } from '../../src/cli/site-files.ts';

describe('policy of the hosted site', () => {
  test.each(['web.config', '.htaccess', 'nginx.conf.sample'])('%s sends the policy of the page', (name) => {
    expect(readFileSync(join(PROJECT, 'public', name), 'utf8')).toContain(`"${HOSTED_POLICY}"`);
  });

  test('nothing may be asked of another host', () => {
    expect(HOSTED_POLICY).toContain("connect-src 'self' blob:;");
    expect(HOSTED_POLICY).not.toMatch(/https?:|\*|unsafe-eval'(?<!wasm-unsafe-eval')/);
  });
});
