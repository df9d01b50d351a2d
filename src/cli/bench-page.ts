import type { SqlValue } from '../engine/connector.ts';
import { createEngine, type Engine } from '../engine/create-engine.ts';
import { createHostedAssets } from '../engine/hosted-assets.ts';
import EncodeWorker from '../ingest/encode.worker.ts?worker';
import IngestWorker from '../ingest/ingest.worker.ts?worker';
import ScanWorker from '../ingest/scan.worker.ts?worker';
import { importFiles } from '../state/import-files.ts';
import { readFile } from '../state/read-long-text.ts';

/** What the benchmark asks of a page that holds the engine and no screens. Times in milliseconds. */
export interface BenchPage {
  /** Starts an engine as the site does. */
  startEngine(): Promise<number>;
  /** Reads the chosen file into a typed table with one statement of the engine's own reader. */
  readTyped(): Promise<number>;
  /** Imports the chosen file as the site does, up to the last table. */
  importChosen(asOf: string): Promise<number>;
  /** The time of each of `times` runs. */
  timeQuery(sql: string, params: readonly SqlValue[], times: number): Promise<number[]>;
}

/** The columns of `bench-input.ts`, typed. */
const TYPED_COLUMNS = `{'case_no': 'VARCHAR', 'court': 'VARCHAR', 'level': 'VARCHAR', 'cause': 'VARCHAR', 'procedure': 'VARCHAR',
  'department': 'VARCHAR', 'judge': 'VARCHAR', 'filed_on': 'DATE', 'resolved_on': 'DATE', 'closing': 'VARCHAR', 'amount': 'DOUBLE'}`;

let engine: Engine | null = null;

const bench: BenchPage = {
  async startEngine() {
    engine?.terminate();
    const start = performance.now();
    engine = await createEngine({ assets: createHostedAssets(document.baseURI) });
    return performance.now() - start;
  },
  async readTyped() {
    const running = required(engine);
    const file = await running.register(chosenFile(), 'csv');
    const start = performance.now();
    await running.query(
      `CREATE OR REPLACE TABLE bare AS SELECT * FROM read_csv($1, columns = ${TYPED_COLUMNS}, auto_detect = false, header = true, delim = ',')`,
      [file.path],
    );
    const took = performance.now() - start;
    await running.query('DROP TABLE bare');
    await file.release();
    return took;
  },
  async importChosen(asOf) {
    const running = required(engine);
    const chosen = chosenFile();
    const start = performance.now();
    await importFiles(
      { connector: running, files: running, tables: running },
      [{ name: chosen.name, source: chosen }],
      {
        mode: 'replace',
        asOf,
        read: ({ name }, isCleanPathAllowed, signal) =>
          readFile(
            { whole: () => new IngestWorker(), scan: () => new ScanWorker(), encode: () => new EncodeWorker() },
            { name, blob: chosen, isCleanPathAllowed },
            signal,
          ),
      },
    );
    return performance.now() - start;
  },
  async timeQuery(sql, params, times) {
    const running = required(engine);
    const took: number[] = [];
    for (let i = 0; i < times; i++) {
      const start = performance.now();
      await running.query(sql, params);
      took.push(performance.now() - start);
    }
    return took;
  },
};
Object.assign(globalThis, { bench });

function chosenFile(): File {
  return required(document.querySelector('input')?.files?.[0] ?? null);
}

function required<T>(value: T | null): T {
  if (value === null) throw new Error('Nothing was chosen or started');
  return value;
}
