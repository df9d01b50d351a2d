import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../src/app.css';
import BarChart from '../../../src/charts/bar/BarChart.svelte';
import IntervalChart from '../../../src/charts/interval/IntervalChart.svelte';
import { barView, comparisonView } from '../fixtures.ts';

test('every unit is named, with its value or the reason why there is none', async () => {
  const screen = await render(IntervalChart, { view: comparisonView, locale: 'zh' });
  await expect.element(screen.getByRole('img', { name: comparisonView.summary })).toBeInTheDocument();
  const text = screen.container.querySelector('svg[role=img]')?.textContent ?? '';
  for (const row of comparisonView.rows) expect(text).toContain(row.text);
  // Seven courts, one without a case: six marks, one of them our diamond.
  expect(screen.container.querySelectorAll('svg[role=img] circle')).toHaveLength(5);
  expect(screen.container.querySelectorAll('svg[role=img] path')).toHaveLength(1);
});

test('the keyboard starts at our own row and walks down', async () => {
  const screen = await render(IntervalChart, { view: comparisonView, locale: 'zh' });
  await expect.element(screen.getByRole('img', { name: comparisonView.summary })).toBeInTheDocument();
  const live = screen.container.querySelector('[aria-live]');
  await userEvent.tab();
  await expect.poll(() => live?.textContent).toBe('某垦区人民法院,61.2%,59.0%–63.3%,1,204 / 1,967 件');
  await userEvent.keyboard('{ArrowDown}');
  await expect.poll(() => live?.textContent).toMatch(/^东河人民法院,43.0%/);
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => live?.textContent).toBe('');
});

test('more than forty rows scroll, and the row reached by key is in view', async () => {
  const first = comparisonView.rows[0];
  if (first === undefined) throw new Error('fixture without rows');
  const rows = Array.from({ length: 60 }, (_, i) => ({ ...first, id: `r${i}`, label: `法院${i}`, isOwn: i === 0 }));
  const screen = await render(IntervalChart, { view: { ...comparisonView, rows }, locale: 'zh' });
  await expect.element(screen.getByRole('img', { name: comparisonView.summary })).toBeInTheDocument();
  await userEvent.tab();
  await userEvent.keyboard('{End}');
  await expect.poll(() => screen.container.querySelector('.scrolls')?.scrollTop).toBeGreaterThan(500);
});

test('a bar is as long as its share of the axis that starts at zero', async () => {
  const screen = await render(BarChart, { view: barView, locale: 'zh' });
  await expect.element(screen.getByRole('img', { name: barView.summary })).toBeInTheDocument();
  const widths = [...screen.container.querySelectorAll('svg[role=img] rect')].map((rect) =>
    Number(rect.getAttribute('width')),
  );
  // 31.2, 58.4, 47.9 and 88.1 days; the criminal division has none.
  expect(widths).toHaveLength(4);
  expect((widths[1] ?? 0) / (widths[0] ?? 1)).toBeCloseTo(58.4 / 31.2, 6);
});
