import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../ingest/crc32.ts';
import { concatBytes } from '../ingest/decode.ts';

const encoder = new TextEncoder();
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** The list in the CSV at `path` as a workbook beside it, texts shared as Excel shares them; made once. Its path. */
export function makeBenchWorkbook(path: string): string {
  const target = path.replace(/\.csv$/, '.xlsx');
  if (!existsSync(target)) writeFileSync(target, toWorkbook(readFileSync(path, 'utf8')));
  return target;
}

/** Comma-separated text without quotation marks as a .xlsx with one sheet. */
export function toWorkbook(csv: string): Uint8Array {
  const shared = new Map<string, number>();
  const rows = csv
    .trimEnd()
    .split('\r\n')
    .map((line, y) => {
      const cells = line.split(',').map((text, x) => toCell(text, `${String.fromCharCode(65 + x)}${y + 1}`, shared));
      return `<row r="${y + 1}">${cells.join('')}</row>`;
    });
  const texts = [...shared.keys()].map((text) => `<si><t>${text}</t></si>`);
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const part = (name: string, type: string) =>
    `<Override PartName="/xl/${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  return zip({
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part('workbook.xml', 'sheet.main')}${part('worksheets/sheet1.xml', 'worksheet')}${part('sharedStrings.xml', 'sharedStrings')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships">${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="案件" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}${relation('r2', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${texts.join('')}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData></worksheet>`,
  });
}

function toCell(text: string, place: string, shared: Map<string, number>): string {
  if (text === '') return '';
  if (/^\d+$/.test(text)) return `<c r="${place}"><v>${text}</v></c>`;
  const index = shared.get(text) ?? shared.size;
  shared.set(text, index);
  return `<c r="${place}" t="s"><v>${index}</v></c>`;
}

function zip(parts: Readonly<Record<string, string>>): Uint8Array {
  const local: Uint8Array[] = [];
  const listed: Uint8Array[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const [path, bytes] = [encoder.encode(name), encoder.encode(text)];
    const packed = deflateRawSync(bytes);
    // version 2.0, no flags, deflated, no time
    const common = concatBytes([
      u16(20, 0, 8, 0, 0),
      u32(crc32(bytes), packed.length, bytes.length),
      u16(path.length, 0),
    ]);
    local.push(u32(0x04034b50), common, path, packed);
    listed.push(u32(0x02014b50), u16(20), common, u16(0, 0, 0), u32(0, offset), path);
    offset += 30 + path.length + packed.length;
  }
  const directory = concatBytes(listed);
  const count = Object.keys(parts).length;
  return concatBytes([
    ...local,
    directory,
    u32(0x06054b50),
    u16(0, 0, count, count),
    u32(directory.length, offset),
    u16(0),
  ]);
}

function u16(...values: readonly number[]): Uint8Array {
  return Uint8Array.from(values.flatMap((value) => [value & 0xff, value >>> 8]));
}

function u32(...values: readonly number[]): Uint8Array {
  return concatBytes(values.map((value) => u16(value & 0xffff, value >>> 16)));
}
