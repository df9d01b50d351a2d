import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../src/app.css';
import LineChart from '../../../src/charts/line/LineChart.svelte';
import { trendView } from '../fixtures.ts';

test('is an image named by its summary', async () => {
  const screen = await render(LineChart, { view: trendView, locale: 'zh' });
  await expect.element(screen.getByRole('img', { name: trendView.summary })).toBeInTheDocument();
});

test('says that its axis does not start at zero and what hollow points are', async () => {
  const screen = await render(LineChart, { view: trendView, locale: 'zh' });
  await expect.element(screen.getByText(/纵轴自 30% 起,不从 0 开始 · 空心点为未满期间/)).toBeVisible();
});

test('one tab stop; arrows announce point after point; Enter selects; Escape leaves', async () => {
  const onselect = vi.fn();
  const screen = await render(LineChart, { view: trendView, locale: 'zh', onselect });
  const live = screen.container.querySelector('[aria-live]');
  await expect.element(screen.getByRole('img')).toBeInTheDocument();
  await userEvent.tab();
  await expect.poll(() => live?.textContent).toMatch(/^2025年9月,期间未满,本院/);
  await userEvent.keyboard('{ArrowLeft}');
  await expect.poll(() => live?.textContent).toMatch(/^2025年8月,本院/);
  await userEvent.keyboard('{ArrowDown}');
  await expect.poll(() => live?.textContent).toMatch(/^2025年8月,全部法院合计/);
  await userEvent.keyboard('{Enter}');
  expect(onselect).toHaveBeenCalledWith({ seriesId: 'pooled', date: '2025-08-01' });
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => live?.textContent).toBe('');
  expect(screen.container.querySelectorAll('[tabindex]')).toHaveLength(1);
});

test('a month without a case breaks our line: two paths in one', async () => {
  const screen = await render(LineChart, { view: trendView, locale: 'zh' });
  await expect.element(screen.getByRole('img')).toBeInTheDocument();
  const paths = [...screen.container.querySelectorAll('path.line')].map((path) => path.getAttribute('d') ?? '');
  // One gap in our 30 months, and none in those of all courts; the incomplete month has a path of its own.
  expect(paths.map((path) => path.split('M').length - 1)).toEqual([1, 1, 2, 1]);
});
