import { createRawSnippet } from 'svelte';
import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../src/app.css';
import Figure from '../../../src/charts/frame/Figure.svelte';
import { figureView } from '../fixtures.ts';

const children = createRawSnippet(() => ({ render: () => '<p>plot</p>' }));
const view = figureView('调撤率稳定在更高的水平', '民事一审');

test('the figure is named by its title and carries definition and as-of date', async () => {
  const screen = await render(Figure, { view, locale: 'zh', children });
  await expect.element(screen.getByRole('figure', { name: view.title })).toBeVisible();
  await expect.element(screen.getByText(/数据截至 2025-09-30/)).toBeVisible();
});

test('the table is in the page before anyone asks, with unrounded values for machines', async () => {
  const screen = await render(Figure, { view, locale: 'zh', children });
  await expect.element(screen.getByRole('table')).toBeInTheDocument();
  const own = screen.container.querySelector<HTMLDataElement>('data[data-group="某垦区人民法院"]');
  // 1204 of 1967.
  expect(Number(own?.value)).toBe(1204 / 1967);
  expect({ ...own?.dataset }).toEqual({
    metric: 'settlement_rate',
    variant: 'a',
    numerator: '1204',
    denominator: '1967',
    group: '某垦区人民法院',
  });
  expect(screen.container.querySelector('data[data-group="呼图壁垦区人民法院"]')).toBeNull();
  expect(screen.container.querySelector('table button')).toBeNull();
});

test('the key T changes chart for table and back', async () => {
  const screen = await render(Figure, { view, locale: 'zh', children });
  await userEvent.tab();
  await userEvent.keyboard('t');
  await expect.element(screen.getByText('plot')).not.toBeVisible();
  await expect.element(screen.getByRole('button', { name: '图', exact: true })).toBeVisible();
  await userEvent.keyboard('t');
  await expect.element(screen.getByText('plot')).toBeVisible();
});

test('a column sorts by value and says so', async () => {
  const screen = await render(Figure, { view, locale: 'zh', children });
  await userEvent.click(screen.getByRole('button', { name: '数据表' }));
  await userEvent.click(screen.getByRole('button', { name: '调撤率' }));
  await expect.element(screen.getByRole('columnheader', { name: '调撤率' })).toHaveAttribute('aria-sort', 'descending');
  const first = screen.container.querySelector('tbody th');
  expect(first?.textContent).toBe('某垦区人民法院');
});

test.each([
  ['empty', '没有可显示的数据'],
  ['too-small', '件数太少,不宜作图'],
] as const)('%s: no chart, but the reason', async (kind, words) => {
  const screen = await render(Figure, {
    view: { ...view, status: { kind, reason: '所选范围内没有案件' } },
    locale: 'zh',
    children,
  });
  await expect.element(screen.getByRole('status')).toHaveTextContent(`${words} 所选范围内没有案件`);
  await expect.element(screen.getByText('plot')).not.toBeInTheDocument();
});

test('an error can be tried again', async () => {
  const onretry = vi.fn();
  const screen = await render(Figure, {
    view: { ...view, status: { kind: 'error', reason: '引擎已停止' } },
    locale: 'zh',
    children,
    onretry,
  });
  await expect.element(screen.getByRole('alert')).toHaveTextContent('引擎已停止');
  await userEvent.click(screen.getByRole('button', { name: '重试' }));
  expect(onretry).toHaveBeenCalledOnce();
});

test('while it is computed the old chart stays', async () => {
  const screen = await render(Figure, { view: { ...view, status: { kind: 'pending' } }, locale: 'en', children });
  await expect.element(screen.getByText('plot')).toBeVisible();
  await expect.element(screen.getByRole('figure')).toHaveAttribute('aria-busy', 'true');
});
