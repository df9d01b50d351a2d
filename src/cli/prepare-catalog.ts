import { existsSync, readFileSync } from 'node:fs';
import { parseCatalog, type DatasetAbout, type HostedPrepared } from '../state/catalog.ts';
import { PREPARE } from '../text/prepare.ts';
import { ArgumentError } from './report-arguments.ts';

/** An entry of the catalogue for a prepared set. */
export interface PreparedEntry {
  readonly id: string;
  readonly about: DatasetAbout;
  readonly prepared: Required<HostedPrepared> & { readonly sha256: string };
}

/** A catalogue as it stands in the file: fields that this program does not know stay. */
interface CatalogText {
  readonly datasets: readonly Readonly<Record<string, unknown>>[];
}

/**
 * The text of the catalogue at `path` with `entry` in it: in the place of the one of the same id, else behind the others.
 * It is what the site opens with. `replaced` are the files of the set that it takes the place of. Throws `ArgumentError`
 * where the catalogue cannot be read.
 */
export function withEntry(
  path: string,
  entry: PreparedEntry,
): { readonly text: string; readonly replaced: readonly string[] } {
  const before = readCatalog(path);
  const old = before.datasets.find(({ id }) => id === entry.id);
  const { name, isSynthetic: synthetic, asOf, ownCourt, events } = entry.about;
  const own = {
    id: entry.id,
    name,
    synthetic,
    ...(asOf === null ? {} : { asOf }),
    ...(ownCourt === null ? {} : { ownCourt }),
    prepared: entry.prepared,
    files: Array.isArray(old?.['files']) ? old['files'] : [],
    events,
  };
  const datasets =
    old === undefined ? [...before.datasets, own] : before.datasets.map((set) => (set === old ? own : set));
  const catalog = { ...before, version: 1, open: entry.id, datasets };
  return { text: `${JSON.stringify(catalog, null, 2)}\n`, replaced: filesOf(old) };
}

function readCatalog(path: string): CatalogText {
  if (!existsSync(path)) return { datasets: [] };
  const text = readFileSync(path, 'utf8');
  try {
    parseCatalog(text);
    return JSON.parse(text);
  } catch (error) {
    throw new ArgumentError(PREPARE.badCatalog(path, error instanceof Error ? error.message : String(error)));
  }
}

function filesOf(entry: Readonly<Record<string, unknown>> | undefined): readonly string[] {
  const prepared = entry?.['prepared'];
  if (typeof prepared !== 'object' || prepared === null) return [];
  const named = [Reflect.get(prepared, 'file'), Reflect.get(prepared, 'opening')];
  return named.filter((name) => typeof name === 'string');
}
