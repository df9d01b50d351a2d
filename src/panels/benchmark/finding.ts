import type { Standing } from '../../charts/funnel/funnel-view.ts';
import type { MetricDefinition } from '../../metrics/metric.ts';
import type { Bilingual } from '../../text/bilingual.ts';
import { BENCHMARK } from '../../text/benchmark.ts';
import type { CourtUnit, Unjudged } from './court-unit.ts';
import { isMostlyAlone } from './uncompared.ts';
import { standingOf, type Outcome } from './outcome.ts';

/** What may be said of one court. `standing` null: it is not judged, and the words say why. */
export interface Finding {
  readonly standing: Standing | null;
  readonly words: Bilingual;
}

const REASONS: Readonly<Record<Unjudged, Bilingual>> = {
  'no-cases': BENCHMARK.noCases,
  'no-figure': BENCHMARK.noFigure,
  few: BENCHMARK.few,
  'no-interval': BENCHMARK.noInterval,
  'no-spread': BENCHMARK.noSpread,
};

/** The finding of `court` in `outcome`; null outcome = too few courts for one. */
export function findingOf(court: CourtUnit, outcome: Outcome | null, definition: MetricDefinition): Finding {
  if (court.unjudged !== null) return { standing: null, words: REASONS[court.unjudged] };
  const unit = outcome?.units.get(court.name);
  if (unit === undefined) return { standing: null, words: unadjustedWords(court, outcome) };
  const standing = standingOf(unit.flag, definition.better);
  return { standing, words: wordOf(standing, unit.flag === 'high998') };
}

/** Why a court that could be judged is not among those that are compared by their mix. */
function unadjustedWords({ indirect, uncompared }: CourtUnit, outcome: Outcome | null): Bilingual {
  if (indirect !== null && indirect.ratio === null) return BENCHMARK.noExpected;
  if (outcome === null) return BENCHMARK.fewPeers;
  if (indirect === null) return BENCHMARK.noMix;
  if (isMostlyAlone(uncompared)) return BENCHMARK.noMatch;
  return BENCHMARK.noInterval;
}

function wordOf(standing: Standing, isHigh: boolean): Bilingual {
  if (standing === 'apart') return isHigh ? BENCHMARK.higher : BENCHMARK.lower;
  return BENCHMARK[standing];
}
