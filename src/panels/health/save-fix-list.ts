import { toCsv } from '../../lib/csv.ts';
import type { Dataset } from '../../state/dataset.svelte.ts';
import { loadFixList } from '../../state/health.svelte.ts';
import type { Locale } from '../../text/bilingual.ts';
import { downloadText } from '../intake/download.ts';
import { toFixList } from './health-view.ts';

/** Every row at fault as CSV, so that the clerk can correct the source. */
export async function saveFixList(dataset: Dataset, locale: Locale): Promise<void> {
  downloadText('court-metrics-fix-list.csv', toCsv(toFixList(await loadFixList(dataset), locale)));
}
