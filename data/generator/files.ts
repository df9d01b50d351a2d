import { fromEpochDay, toEpochDay } from '../../src/lib/date.ts';
import { blemishRows } from './blemishes.ts';
import { drawSample } from './cases.ts';
import { defineColumns, type SampleCell, type SampleColumn } from './columns.ts';
import { OWN_COURT, PEER_COURTS, type SampleCourt } from './courts.ts';
import { AS_OF, LISTED_FROM } from './parameters.ts';
import type { SampleCase } from './sample-case.ts';
import { writeCsv } from './write-csv.ts';
import { writeXlsx } from './write-xlsx.ts';

export interface SampleFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const OWN_ENFORCEMENT_FILE = 'bing9901-zhixing.csv';
export const APPEALS_FILE = 'zhongyuan-ershen.xlsx';

const COLUMNS = defineColumns(toEpochDay(AS_OF));
const PERIOD = `${fromEpochDay(toEpochDay(LISTED_FROM))}至${AS_OF}`;
const MARK = '示例数据，由程序生成，非真实案件';

/** Every file of the sample, in the order of the catalogue. Without an argument the shipped one. */
export function writeSample(sample = drawSample()): readonly SampleFile[] {
  const of = (court: SampleCourt) => (one: SampleCase) => one.court.code === court.code;
  return [
    { name: OWN_COURT.file, bytes: writeOwnTrials(sample.firstInstance.filter(of(OWN_COURT))) },
    { name: OWN_ENFORCEMENT_FILE, bytes: writeOwnEnforcement(sample.enforcement.filter(of(OWN_COURT))) },
    { name: APPEALS_FILE, bytes: writeAppeals(sample.appeals) },
    ...PEER_COURTS.map((court) => ({
      name: court.file,
      bytes: writePeer(court, [...sample.firstInstance, ...sample.enforcement].filter(of(court))),
    })),
  ];
}

function writeOwnTrials(cases: readonly SampleCase[]): Uint8Array {
  const { caseNumber, court, matter, level, cause, procedure, bench, department, judge } = COLUMNS;
  const { filed, due, resolved, closing, amount, appealed } = COLUMNS;
  const columns: SampleColumn[] = [caseNumber, court, matter, level, cause, procedure, bench, department, judge];
  columns.push(filed, due, resolved, closing, amount, appealed);
  const labels = columns.map((column) => column.label);
  const rows = blemishRows(labels, toRows(columns, cases)).map((row, i) => [i + 1, ...row]);
  const title = [`${OWN_COURT.name}一审案件一览表（${PERIOD}）（${MARK}）`];
  const total = ['合计', `${rows.length}件`];
  return writeCsv([title, [COLUMNS.index.label, ...labels], ...rows, total], OWN_COURT.dateStyle);
}

function writeOwnEnforcement(cases: readonly SampleCase[]): Uint8Array {
  const { index, caseNumber, court, level, cause, department, judge, filed, due, resolved, closing } = COLUMNS;
  const columns: SampleColumn[] = [
    index,
    caseNumber,
    court,
    level,
    cause,
    department,
    judge,
    filed,
    due,
    resolved,
    closing,
  ];
  columns.push(COLUMNS.applied, COLUMNS.recovered);
  return writeCsv([toLabels(columns), ...toRows(columns, cases)], OWN_COURT.dateStyle);
}

function writeAppeals(cases: readonly SampleCase[]): Uint8Array {
  const { caseNumber, court, cause, judge, filed, resolved, closing, originalNumber, originalCourt } = COLUMNS;
  const columns: SampleColumn[] = [
    caseNumber,
    court,
    originalCourt,
    originalNumber,
    cause,
    judge,
    filed,
    resolved,
    closing,
  ];
  const title = [`二审案件一览表（${PERIOD}）（${MARK}）`];
  return writeXlsx('二审', [title, toLabels(columns), ...toRows(columns, cases)]);
}

function writePeer(peer: SampleCourt, cases: readonly SampleCase[]): Uint8Array {
  const { caseNumber, court, level, cause, procedure, department, judge, filed, due, resolved, closing } = COLUMNS;
  const columns: SampleColumn[] = [
    caseNumber,
    court,
    level,
    cause,
    procedure,
    department,
    judge,
    filed,
    resolved,
    closing,
  ];
  if (peer.listsDueDates) columns.push(due);
  columns.push(COLUMNS.amount, COLUMNS.applied, COLUMNS.recovered);
  const table = [toLabels(columns), ...toRows(columns, cases)];
  return peer.file.endsWith('.xlsx') ? writeXlsx('案件', table) : writeCsv(table, peer.dateStyle);
}

function toLabels(columns: readonly SampleColumn[]): readonly string[] {
  return columns.map((column) => column.label);
}

/** By 类型代字, then in the order of filing. */
function toRows(columns: readonly SampleColumn[], cases: readonly SampleCase[]): readonly (readonly SampleCell[])[] {
  const types = ['民初', '刑初', '行初', '民终', '刑终', '行终', '执', '执恢'];
  const sorted = [...cases].sort((a, b) => types.indexOf(a.type) - types.indexOf(b.type));
  return sorted.map((one, i) => columns.map((column) => column.toCell(one, i)));
}
