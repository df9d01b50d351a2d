import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../src/app.css';
import BarChart from '../../src/charts/bar/BarChart.svelte';
import IntervalChart from '../../src/charts/interval/IntervalChart.svelte';
import LineChart from '../../src/charts/line/LineChart.svelte';
import Sparkline from '../../src/charts/spark/Sparkline.svelte';
import Strip from '../../src/charts/strip/Strip.svelte';
import { barView, comparisonView, sparkView, splitView, stripView, trendView } from './fixtures.ts';
import { normalizeSvg } from './normalize-svg.ts';

// Sizes depend on the window, so it is fixed; text is measured by estimate and so is the same with every font.
beforeEach(() => page.viewport(1000, 800));

const pictures = [
  ['line-trend', () => render(LineChart, { view: trendView, locale: 'zh' }), trendView],
  ['line-split', () => render(LineChart, { view: splitView, locale: 'zh' }), splitView],
  ['interval', () => render(IntervalChart, { view: comparisonView, locale: 'zh' }), comparisonView],
  ['bar', () => render(BarChart, { view: barView, locale: 'zh' }), barView],
  ['spark', () => render(Sparkline, { view: sparkView }), sparkView],
  ['strip', () => render(Strip, { view: stripView }), stripView],
] as const;

test.each(pictures)('%s', async (name, draw, view) => {
  const screen = await draw();
  const image = screen.getByRole('img', { name: view.summary });
  await expect.element(image).toBeInTheDocument();
  await expect(normalizeSvg(image.element())).toMatchFileSnapshot(`snapshots/${name}.svg`);
});
