import { describe, expect, test } from 'vitest';
import type { ColumnTable, Connector, QueryOptions } from '../../src/engine/connector.ts';
import { ResultCache } from '../../src/engine/run.ts';

interface Call {
  readonly sql: string;
  readonly options: QueryOptions | undefined;
  readonly answer: (text: string) => void;
  readonly fail: (reason: unknown) => void;
}

/** A connector that answers when it is told to. */
function createScripted(): { readonly connector: Connector; readonly calls: Call[] } {
  const calls: Call[] = [];
  const connector: Connector = {
    query: (sql, _params, options) =>
      new Promise<ColumnTable>((resolve, reject) => {
        calls.push({ sql, options, answer: (text) => resolve(tableOf(text)), fail: reject });
        options?.signal?.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')));
      }),
  };
  return { connector, calls };
}

function tableOf(text: string): ColumnTable {
  return { rowCount: 1, names: ['x'], columns: { x: [text] } };
}

const question = (sql: string, version = 1, params: readonly string[] = []) => ({ version, sql, params });

describe('ResultCache', () => {
  test('two askers of one question share one statement, before and after its answer', async () => {
    const { connector, calls } = createScripted();
    const cache = new ResultCache(connector);
    const [a, b] = [cache.run(question('q')), cache.run(question('q'))];
    calls[0]?.answer('one');
    expect(await a).toBe(await b);
    expect(await cache.run(question('q'))).toEqual(tableOf('one'));
    expect(calls).toHaveLength(1);
  });

  test('other values and a newer version are other questions', () => {
    const { connector, calls } = createScripted();
    const cache = new ResultCache(connector);
    void cache.run(question('q', 1, ['a']));
    void cache.run(question('q', 1, ['b']));
    void cache.run(question('q', 2, ['a']));
    expect(calls).toHaveLength(3);
  });

  test('a failure is told to its askers and not kept', async () => {
    const { connector, calls } = createScripted();
    const cache = new ResultCache(connector);
    const first = cache.run(question('q'));
    calls[0]?.fail(new Error('no'));
    await expect(first).rejects.toThrow('no');
    const second = cache.run(question('q'));
    calls[1]?.answer('yes');
    expect(await second).toEqual(tableOf('yes'));
  });

  test('the statement goes on while somebody waits, and is cancelled when the last has gone', async () => {
    const { connector, calls } = createScripted();
    const cache = new ResultCache(connector);
    const [one, two] = [new AbortController(), new AbortController()];
    const answers = [cache.run(question('q'), one.signal), cache.run(question('q'), two.signal)];
    const settled = Promise.allSettled(answers);
    one.abort();
    expect(calls[0]?.options?.signal?.aborted).toBe(false);
    two.abort();
    expect(calls[0]?.options?.signal?.aborted).toBe(true);
    for (const result of await settled)
      expect(result).toMatchObject({ status: 'rejected', reason: { name: 'AbortError' } });
    void cache.run(question('q'));
    expect(calls).toHaveLength(2);
  });

  test('one who comes aborted asks nothing', async () => {
    const { connector, calls } = createScripted();
    await expect(new ResultCache(connector).run(question('q'), AbortSignal.abort())).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(calls).toHaveLength(0);
  });

  test('forgets the answer longest not asked for', async () => {
    const { connector, calls } = createScripted();
    const cache = new ResultCache(connector, 2);
    for (const sql of ['a', 'b', 'a', 'c', 'a', 'b']) void cache.run(question(sql));
    expect(calls.map((call) => call.sql)).toEqual(['a', 'b', 'c', 'b']);
  });
});
