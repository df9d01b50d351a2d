import { buildIfOutdated } from '../../src/cli/build-if-outdated.ts';

/** Global setup: the tests of this folder open the built site. */
export default function setup(): void {
  buildIfOutdated();
}
