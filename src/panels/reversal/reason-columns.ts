import type { ReasonColumn } from '../../query/reversal-reasons.ts';
import type { Dataset } from '../../state/dataset.svelte.ts';

type Summary = Pick<NonNullable<Dataset['summary']>, 'files'>;

/** What a column is called that tells why an appeal altered or remanded. */
const REASON = /(改判|发回(重审)?|发改|改发|改判发回(重审)?)(的)?(原因|理由|事由)/;

/** The columns of the loaded lists that tell reasons, whichever column of the case table they were taken for, if any. */
export function findReasonColumns(summary: Summary | null): readonly ReasonColumn[] {
  return (summary?.files ?? []).flatMap(({ id, headerRow, mapping }) =>
    mapping.flatMap(({ label }, index) =>
      REASON.test(label.replace(/\s/g, '')) ? [{ fileId: id, index, headerRow }] : [],
    ),
  );
}
