import { createHash, webcrypto } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { writePrepared } from '../engine/write-prepared.ts';
import type { Connector } from '../engine/connector.ts';
import { extendRoster } from '../lib/pseudonym.ts';
import type { DatasetAbout } from '../state/catalog.ts';
import { readFacts, type DatasetFacts } from '../state/dataset-facts.ts';
import { formatPreparedFacts } from '../state/prepared-facts.ts';
import { toSetName } from '../state/workspace-name.ts';
import { PREPARE } from '../text/prepare.ts';
import type { PrepareRequest } from './prepare-arguments.ts';
import { withEntry } from './prepare-catalog.ts';
import { findFaults } from './prepare-health.ts';
import { answerOpening } from './prepare-opening.ts';
import { blankIssues, maskJudges, personalLabels, planRawText } from './prepare-privacy.ts';
import { toQualityHtml, toQualityJson, type QualityReport } from './prepare-report.ts';
import { ArgumentError } from './report-arguments.ts';
import { loadDataset } from './report-dataset.ts';
import { readProfiles } from './report-profiles.ts';

/** A set that was written. */
export interface PreparedFile {
  readonly path: string;
  readonly report: QualityReport;
}

/**
 * Imports the files and writes the set with its catalogue, report and checksum. The set is written under a name of its
 * own content, so that no cache shows an old one, and takes its place in the catalogue last.
 * @param today ISO; dates after it, or after the day of the export, are called future.
 */
export async function prepareSet(connector: Connector, request: PrepareRequest, today: string): Promise<PreparedFile> {
  const { out, id, hasRawText } = request;
  const isMasked = request.roster !== null;
  const summary = await loadDataset(connector, request.files, request.asOf ?? today, {
    ...(await readProfiles(request.profiles)),
    isVanishedLeftOut: request.isVanishedLeftOut,
  });
  await blankIssues(connector, summary.files, isMasked);
  if (request.roster !== null) await maskJudges(connector, await keepRoster(request.roster, connector));
  const facts = await readFacts(connector, summary);
  const about = toAbout(request, facts);
  const rawText = hasRawText ? summary.files.map((file) => planRawText(file, isMasked)) : [];
  mkdirSync(out, { recursive: true });
  const unnamed = join(out, `${id}.duckdb.part`);
  rmSync(unnamed, { force: true });
  try {
    const answers = await answerOpening(connector, about, facts);
    const known = formatPreparedFacts({ about, hasRawText, isMasked, known: facts, answers });
    await writePrepared(connector, unnamed, { facts: known, rawText });
    const sha256 = await checksum(unnamed);
    const file = `${id}-${sha256.slice(0, 8)}.duckdb`;
    const bytes = statSync(unnamed).size;
    const [issues, findings] = [await countIssues(connector), await findFaults(connector, facts)];
    const leftOut = personalLabels(summary.files);
    const report = { about, file, bytes, sha256, hasRawText, isMasked, leftOut, facts, issues, findings };
    const opening = file.replace(/\.duckdb$/, '-opening.json');
    const entry = withEntry(join(out, 'catalog.json'), { id, about, prepared: { file, bytes, sha256, opening } });
    renameSync(unnamed, join(out, file));
    writeFileSync(join(out, opening), known);
    writeFileSync(join(out, `${id}-report.json`), toQualityJson(report));
    writeFileSync(join(out, `${id}-report.html`), toQualityHtml(report));
    writeFileSync(join(out, `${id}.sha256`), `${sha256}  ${file}\n`);
    writeFileSync(join(out, 'catalog.json'), entry.text);
    for (const replaced of entry.replaced.filter((name) => name !== file && name !== opening))
      rmSync(join(out, basename(replaced)), { force: true });
    return { path: join(out, file), report };
  } finally {
    rmSync(unnamed, { force: true });
  }
}

function toAbout(request: PrepareRequest, { summary, courts }: DatasetFacts): DatasetAbout {
  const names = courts.map(({ name }) => name);
  const { ownCourt, asOf, events, isSynthetic } = request;
  if (ownCourt !== null && !names.includes(ownCourt))
    throw new ArgumentError(PREPARE.unknownCourt(ownCourt, names.slice(0, 10).join('、')));
  const name = request.name ?? toSetName(names, summary.span, summary.files[0]?.name ?? '');
  return { name, isSynthetic, ownCourt, asOf, events };
}

/** The names of the judges in the order of their pseudonyms, one a line; new ones are added behind. */
async function keepRoster(path: string, connector: Connector): Promise<readonly string[]> {
  const before = existsSync(path)
    ? readFileSync(path, 'utf8')
        .split(/\r?\n/)
        .filter((line) => line !== '')
    : [];
  const { columns } = await connector.query('SELECT DISTINCT judge FROM cases WHERE judge IS NOT NULL ORDER BY judge');
  const roster = extendRoster(before, (columns['judge'] ?? []).map(String), drawSecret);
  writeFileSync(path, `${roster.join('\n')}\n`, { mode: 0o600 });
  return roster;
}

async function countIssues(connector: Connector): Promise<QualityReport['issues']> {
  const { rowCount, columns } = await connector.query(
    `SELECT split_part(reason, ':', 1) AS reason, action, count(*)::INTEGER AS n FROM ingest_issues GROUP BY ALL ORDER BY n DESC, reason, action`,
  );
  return Array.from({ length: rowCount }, (_, i) => ({
    reason: String(columns['reason']?.[i] ?? ''),
    action: String(columns['action']?.[i] ?? ''),
    n: Number(columns['n']?.[i] ?? 0),
  }));
}

async function checksum(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}

/** Uniform in [0, 1) and not to be guessed. */
function drawSecret(): number {
  const [high = 0, low = 0] = webcrypto.getRandomValues(new Uint32Array(2));
  return (high + low / 2 ** 32) / 2 ** 32;
}
