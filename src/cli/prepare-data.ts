import { pathToFileURL } from 'node:url';
import { toIso } from '../lib/date.ts';
import { NothingReadError } from '../state/import-files.ts';
import type { Bilingual } from '../text/bilingual.ts';
import { formatCount } from '../text/format.ts';
import { PREPARE } from '../text/prepare.ts';
import { REPORT } from '../text/report.ts';
import { NodeConnector } from './node-connector.ts';
import { parsePrepareArguments } from './prepare-arguments.ts';
import { prepareSet, type PreparedFile } from './prepare-set.ts';
import { ArgumentError } from './report-arguments.ts';
import type { ReportRun } from './report.ts';

/** Prepares a data set; ends with 0, or with 2 where nothing could be read or the command was at fault. @param today ISO. */
export async function runPrepare(args: readonly string[], today: string): Promise<ReportRun> {
  let connector: NodeConnector | null = null;
  try {
    const request = parsePrepareArguments(args);
    if (request === null) return { code: 0, out: `${PREPARE.help.zh}\n\n${PREPARE.help.en}\n`, err: '' };
    connector = await NodeConnector.open();
    const prepared = await prepareSet(connector, request, today);
    const { refused } = prepared.report.facts.summary;
    return { code: 0, out: describe(prepared), err: refused.map(({ sentence }) => `${toLine(sentence)}\n`).join('') };
  } catch (error) {
    return { code: 2, out: '', err: `${toLine(sentenceOf(error))}\n` };
  } finally {
    connector?.close();
  }
}

function describe({ path, report }: PreparedFile): string {
  const { rows, loaded, setAside } = report.facts.summary;
  const lines = [
    PREPARE.balance(formatCount(rows), formatCount(loaded), formatCount(setAside)),
    PREPARE.done(path, formatCount(loaded), (report.bytes / 1e6).toFixed(1)),
  ];
  return lines.map(({ zh, en }) => `${zh}\n${en}\n`).join('');
}

function sentenceOf(error: unknown): Bilingual {
  if (error instanceof ArgumentError || error instanceof NothingReadError) return error.sentence;
  return REPORT.failed(error instanceof Error ? error.message : String(error));
}

function toLine({ zh, en }: Bilingual): string {
  return `${zh} ${en}`.replaceAll('\n', ' ');
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const now = new Date();
  const today = toIso(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? '';
  const { code, out, err } = await runPrepare(process.argv.slice(2), today);
  process.stderr.write(err);
  process.stdout.write(out, () => process.exit(code));
}
