import { toSimplified } from '../court/simplified.ts';
import { withoutSpaces } from './cell-text.ts';

/** A label as it is compared: without white space, underscores and hyphens, half-width, simplified, lower case. */
export function labelKey(label: string): string {
  return toSimplified(withoutSpaces(label.normalize('NFKC')))
    .toLowerCase()
    .replace(/[_\-.]/g, '');
}
