import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toLocalTime } from '../state/clock.ts';
import { openingDataset, parseCatalog } from '../state/catalog.ts';
import { NodeConnector } from './node-connector.ts';
import { prepareSet, type PreparedFile } from './prepare-set.ts';

/**
 * Prepares the data set that a built site opens with, where its catalogue names exports only: the page then opens it
 * several times faster than it would import them. Null where there is nothing to prepare.
 * @param folder the `data` folder of the built site, with the catalogue and the exports
 */
export async function prepareHosted(folder: string): Promise<PreparedFile | null> {
  const path = join(folder, 'catalog.json');
  if (!existsSync(path)) return null;
  const catalog = parseCatalog(readFileSync(path, 'utf8'));
  const entry = openingDataset(catalog);
  if (entry === undefined || entry.prepared !== null || entry.files.length === 0) return null;
  const { id, name, asOf, ownCourt, events, isSynthetic } = entry;
  const files = entry.files.map((file) => join(folder, file));
  const connector = await NodeConnector.open();
  try {
    const today = toLocalTime(new Date()).slice(0, 10);
    return await prepareSet(
      connector,
      {
        files,
        out: folder,
        id,
        name,
        asOf,
        ownCourt,
        events,
        isSynthetic,
        roster: null,
        hasRawText: true,
        profiles: [],
        isVanishedLeftOut: false,
      },
      today,
    );
  } finally {
    connector.close();
  }
}
