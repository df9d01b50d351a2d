import { expect, test } from 'vitest';
import { ConnectionPool } from '../../src/engine/connection-pool.ts';
import { Outstanding } from '../../src/engine/outstanding.ts';

const never = () => new Promise<never>(() => undefined);

test('a loss rejects what waits and what comes later, with the first cause', async () => {
  const outstanding = new Outstanding();
  const waiting = [outstanding.guard(never()), outstanding.guard(never())];
  expect(await outstanding.guard(Promise.resolve(1))).toBe(1);
  outstanding.fail('first');
  outstanding.fail('second');
  for (const result of await Promise.allSettled(waiting))
    expect(result).toEqual({ status: 'rejected', reason: 'first' });
  await expect(outstanding.guard(Promise.resolve(1))).rejects.toBe('first');
  expect(outstanding.isLost).toBe(true);
});

test('a pool lends in the order of asking and passes over one who gave up', async () => {
  const pool = new ConnectionPool(['only']);
  const order: string[] = [];
  let release: () => void = () => undefined;
  const first = pool.use(() => new Promise<void>((resolve) => (release = resolve)));
  const abort = new AbortController();
  const second = pool.use(async () => void order.push('second'), abort.signal);
  const third = pool.use(async (resource) => void order.push(`third has ${resource}`));
  abort.abort();
  await expect(second).rejects.toMatchObject({ name: 'AbortError' });
  release();
  await Promise.all([first, third]);
  expect(order).toEqual(['third has only']);
});

test('a borrower that fails gives its connection back', async () => {
  const pool = new ConnectionPool([1]);
  await expect(pool.use(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await pool.use((resource) => Promise.resolve(resource))).toBe(1);
});
