import type { View } from '../../state/url.ts';
import type { OpenedCases } from '../duration/section-context.ts';

/** Cases of a figure of the page: less those of batches where the page counts without them. */
export function asCounted(
  opened: OpenedCases,
  { hasBatches, leastBatch }: Pick<View, 'hasBatches' | 'leastBatch'>,
): OpenedCases {
  if (hasBatches || opened.range != null) return opened;
  return { ...opened, range: { kind: 'unbatched', from: leastBatch, to: null } };
}
