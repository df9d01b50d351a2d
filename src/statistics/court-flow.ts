import { ratioOrNull } from './sample.ts';

/** Stock and flow of one period of `days` days. */
export interface CourtFlow {
  readonly pendingStart: number;
  readonly incoming: number;
  readonly resolved: number;
  readonly days: number;
}

export interface CourtFlowIndicators {
  readonly pendingEnd: number;
  /** Resolved / incoming, as a fraction; null where nothing came in. */
  readonly clearanceRate: number | null;
  /** Pending at the end / resolved × days: an estimate from stock and flow, not a measured duration. */
  readonly dispositionTime: number | null;
  /** Resolved / pending at the end; null where nothing is pending. */
  readonly turnover: number | null;
}

/** CEPEJ indicators of court flow (CEPEJ GOJUST guidelines, 2014; European judicial systems, evaluation report 2022). */
export function courtFlow({ pendingStart, incoming, resolved, days }: CourtFlow): CourtFlowIndicators {
  const pendingEnd = pendingStart + incoming - resolved;
  return {
    pendingEnd,
    clearanceRate: incoming > 0 ? resolved / incoming : null,
    dispositionTime: resolved > 0 ? (pendingEnd / resolved) * days : null,
    turnover: pendingEnd > 0 ? ratioOrNull(resolved, pendingEnd) : null,
  };
}
