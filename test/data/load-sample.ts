import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawSample, isPending } from '../../data/generator/cases.ts';
import type { SampleCase } from '../../data/generator/sample-case.ts';
import { NodeConnector } from '../../src/cli/node-connector.ts';
import { fromEpochDay } from '../../src/lib/date.ts';

const HEADER =
  'case_no,court,effect,type,cause,procedure,department,judge,filed_on,resolved_on,due_on,closing,original_no';

/** The generated cases, without the blemishes of the files, as table `sample` of a fresh native DuckDB. */
export async function loadSample(): Promise<NodeConnector> {
  const { firstInstance, enforcement, appeals } = drawSample();
  const lines = [...firstInstance, ...enforcement, ...appeals].map(toLine);
  const folder = mkdtempSync(join(tmpdir(), 'court-sample-'));
  const connector = await NodeConnector.open();
  try {
    const path = join(folder, 'sample.csv');
    writeFileSync(path, `${HEADER}\n${lines.join('\n')}\n`);
    await connector.query(
      `CREATE TABLE sample AS SELECT * REPLACE (filed_on::DATE AS filed_on, resolved_on::DATE AS resolved_on, due_on::DATE AS due_on)
       FROM read_csv($1, header = true, all_varchar = true)`,
      [path],
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
  return connector;
}

function toLine(one: SampleCase): string {
  const court = one.original === null ? one.court.name : one.court.superior.name;
  const resolved = isPending(one) ? ['', ''] : [fromEpochDay(one.resolvedOn), one.closing];
  return [
    one.caseNumber,
    court,
    one.original === null ? (one.court.effect ?? '') : '',
    one.type,
    one.cause,
    one.procedure,
    one.department,
    one.judge,
    fromEpochDay(one.filedOn),
    resolved[0],
    fromEpochDay(one.dueOn),
    resolved[1],
    one.original?.caseNumber ?? '',
  ].join(',');
}
