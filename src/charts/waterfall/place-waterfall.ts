import { fitText, textWidth } from '../../lib/text-width.ts';
import { placeValueAxis } from '../axis/place-value-axis.ts';
import type { PlacedTick } from '../axis/value-axis.ts';
import type { WaterfallStep, WaterfallView } from './waterfall-view.ts';

export interface PlacedStep {
  readonly id: string;
  readonly step: WaterfallStep;
  readonly label: string;
  /** Middle of the row. */
  readonly y: number;
  readonly from: number;
  readonly to: number;
}

export interface PlacedWaterfall {
  readonly width: number;
  readonly height: number;
  readonly rowHeight: number;
  readonly plotLeft: number;
  /** Right edge of the texts. */
  readonly textRight: number;
  readonly headHeight: number;
  readonly ticks: readonly PlacedTick[];
  readonly startsAt: string | null;
  readonly steps: readonly PlacedStep[];
}

/** Rows from top to bottom; each step begins where the one above ended. Names take at most two fifths of the width. */
export function placeWaterfall(view: WaterfallView, width: number, fontSize: number): PlacedWaterfall {
  const measure = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => textWidth(text, fontSize)));
  const rowHeight = Math.max(24, Math.round(fontSize * 1.9));
  const headHeight = fontSize * 2;
  const plotLeft = Math.min(measure(view.steps.map(({ label }) => label)) + 16, width * 0.4);
  const plotRight = Math.max(plotLeft, width - measure(view.steps.map(({ text }) => text)) - 20);
  const values = view.steps.flatMap(({ start, end }) => [start, end]);
  const ticks = Math.max(2, Math.round((plotRight - plotLeft) / (fontSize * 6)));
  const axis = placeValueAxis(values, view.axis, [plotLeft, plotRight], ticks);
  return {
    width,
    height: headHeight + rowHeight * view.steps.length + 4,
    rowHeight,
    plotLeft,
    textRight: width - 2,
    headHeight,
    ticks: axis.ticks,
    startsAt: axis.startsAt,
    steps: view.steps.map((step, i) => ({
      id: step.id,
      step,
      label: fitText(step.label, plotLeft - 14, fontSize),
      y: headHeight + (i + 0.5) * rowHeight,
      from: axis.scale(step.start),
      to: axis.scale(step.end),
    })),
  };
}
