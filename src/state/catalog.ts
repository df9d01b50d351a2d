import type { Bilingual } from '../text/bilingual.ts';

/** A named day that belongs to a data set: a reform, a new rule. */
export interface DatasetEvent {
  readonly date: string;
  readonly label: Bilingual;
}

/** What whoever prepared a data set says of it. */
export interface DatasetAbout {
  readonly name: Bilingual;
  readonly isSynthetic: boolean;
  readonly ownCourt: string | null;
  readonly asOf: string | null;
  readonly events: readonly DatasetEvent[];
}

/** One entry of `data/catalog.json`, the list of data sets that the site opens with. */
export interface HostedDataset extends DatasetAbout {
  readonly id: string;
  /** Exports; read where `prepared` is null. */
  readonly files: readonly string[];
  readonly prepared: HostedPrepared | null;
}

/** A database file that `npm run prepare-data` wrote. */
export interface HostedPrepared {
  readonly file: string;
  /** Its size, by which a file that was copied in part is told; null = not known. */
  readonly bytes: number | null;
  /** What the set says of itself, in a file of its own that is there before the set; null = there is none. */
  readonly opening: string | null;
}

export interface HostedCatalog {
  readonly open: string;
  readonly datasets: readonly HostedDataset[];
}

/** Reads the text of `catalog.json`; throws a TypeError that names the field at fault. */
export function parseCatalog(text: string): HostedCatalog {
  const root = asRecord(JSON.parse(text), 'catalog.json');
  const datasets = asArray(root['datasets'], 'datasets').map((entry, i) =>
    parseEntry(asRecord(entry, `datasets[${i}]`), `datasets[${i}]`),
  );
  const first = datasets[0];
  if (first === undefined) throw new TypeError('catalog.json: datasets is empty');
  const open = typeof root['open'] === 'string' ? root['open'] : first.id;
  return { open, datasets };
}

/** The data set that opens at once. */
export function openingDataset(catalog: HostedCatalog): HostedDataset | undefined {
  return catalog.datasets.find((entry) => entry.id === catalog.open) ?? catalog.datasets[0];
}

function parseEntry(entry: Record<string, unknown>, where: string): HostedDataset {
  const prepared = parsePrepared(entry['prepared'], `${where}.prepared`);
  const files = prepared === null ? entry['files'] : (entry['files'] ?? []);
  return {
    id: asText(entry['id'], `${where}.id`),
    files: asArray(files, `${where}.files`).map((file, i) => asText(file, `${where}.files[${i}]`)),
    prepared,
    ...parseAbout(entry, where),
  };
}

function parsePrepared(value: unknown, where: string): HostedPrepared | null {
  if (value === undefined || value === null) return null;
  const record = asRecord(value, where);
  const { bytes, opening } = record;
  return {
    file: asText(record['file'], `${where}.file`),
    bytes: typeof bytes === 'number' ? bytes : null,
    opening: typeof opening === 'string' && opening !== '' ? opening : null,
  };
}

/** What an entry says of its data. Throws a TypeError that names the field at fault. */
export function parseAbout(entry: Record<string, unknown>, where: string): DatasetAbout {
  return {
    name: asBilingual(entry['name'], `${where}.name`),
    isSynthetic: entry['synthetic'] === true,
    ownCourt: typeof entry['ownCourt'] === 'string' ? entry['ownCourt'] : null,
    asOf: typeof entry['asOf'] === 'string' ? entry['asOf'] : null,
    events: asArray(entry['events'] ?? [], `${where}.events`).map((event, i) => {
      const record = asRecord(event, `${where}.events[${i}]`);
      return {
        date: asText(record['date'], `${where}.events[${i}].date`),
        label: asBilingual(record['label'], `${where}.events[${i}].label`),
      };
    }),
  };
}

function asRecord(value: unknown, where: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new TypeError(`catalog.json: ${where} is no object`);
  return { ...value };
}

function asArray(value: unknown, where: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new TypeError(`catalog.json: ${where} is no list`);
  return value;
}

function asText(value: unknown, where: string): string {
  if (typeof value !== 'string' || value === '') throw new TypeError(`catalog.json: ${where} is no text`);
  return value;
}

function asBilingual(value: unknown, where: string): Bilingual {
  const record = asRecord(value, where);
  return { zh: asText(record['zh'], `${where}.zh`), en: asText(record['en'], `${where}.en`) };
}
