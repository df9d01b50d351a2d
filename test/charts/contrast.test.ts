import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('../../src/app.css', import.meta.url), 'utf8');

/** Colours of the first rule, with those of the projector on top where asked. */
function tokens(isProjector: boolean): Map<string, string> {
  const [first = '', projector = ''] = [
    css.slice(0, css.indexOf('[data-theme')),
    css.slice(css.indexOf('[data-theme'), css.indexOf('*,')),
  ];
  return new Map(
    [...(first + (isProjector ? projector : '')).matchAll(/(--[\w-]+): (#[0-9a-f]{6});/g)].map((match) => [
      match[1] ?? '',
      match[2] ?? '',
    ]),
  );
}

/** WCAG 2.2 relative luminance. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const TEXT = [
  '--ink',
  '--ink-2',
  '--ink-3',
  '--us',
  '--peer-ink',
  '--better',
  '--worse',
  '--link',
  '--danger',
  ...[1, 2, 3, 4, 5, 6].map((i) => `--group-${i}`),
];
const MARKS = ['--peer', '--us-past', '--none', '--focus', '--line-strong'];

test('black on white is 21', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
});

test.each([false, true])('text 4.5:1 and marks 3:1 on every surface (projector: %s)', (isProjector) => {
  const colours = tokens(isProjector);
  const low: string[] = [];
  for (const surface of ['--paper', '--card', '--side', '--line-2']) {
    for (const [names, least] of [
      [TEXT, 4.5],
      [MARKS, 3],
    ] as const) {
      for (const name of names) {
        const ratio = contrast(colours.get(name) ?? '', colours.get(surface) ?? '');
        if (!(ratio >= least)) low.push(`${name} on ${surface}: ${ratio.toFixed(2)}`);
      }
    }
  }
  expect(low).toEqual([]);
});

test('nothing that Chrome 95 cannot read', () => {
  expect(css).not.toMatch(/color-mix|:has\(|@container|@layer|\bdvh\b|^\s+&/m);
});
