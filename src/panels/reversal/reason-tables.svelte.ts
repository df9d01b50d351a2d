import { compileReasonTables, type FoundReasonColumn, toReasonTables } from '../../query/reversal-reasons.ts';
import { Answer } from '../../state/answer.svelte.ts';
import type { Dataset } from '../../state/dataset.svelte.ts';
import { findReasonColumns } from './reason-columns.ts';

/** The columns of the loaded lists that tell reasons of reversals; never answered where no list has one. */
export class ReasonTables extends Answer<readonly FoundReasonColumn[]> {
  constructor(dataset: Dataset) {
    super(() => {
      const columns = findReasonColumns(dataset.summary);
      if (columns.length === 0) return null;
      return { ...compileReasonTables(columns), decode: (found) => toReasonTables(found, columns) };
    }, dataset);
  }
}
