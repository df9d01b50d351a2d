/**
 * Who a mark stands for; colour follows from it and from nothing else. `own` is vermilion and only ours, `peer` and
 * `pooled` are slate, `previous` is the own past, `group` is one of several equals; `fitted` is a line through values,
 * `expected` what would have been.
 */
export type Tone = 'own' | 'peer' | 'pooled' | 'previous' | 'group' | 'fitted' | 'expected';

/** How a tone is drawn. Colours are custom properties of app.css. */
export interface ToneStyle {
  readonly mark: string;
  /** The same hue, dark enough for text. */
  readonly ink: string;
  /** stroke-dasharray; `none` is a full line. */
  readonly dash: string;
  readonly width: number;
}

const DASHES = ['none', '7 3', '2 3', '9 3 2 3', '4 4', '12 3'];

/** The style of a tone; groups take the `index`-th of 36 pairs of six colours and six dash patterns. */
export function toneStyle(tone: Tone, index: number): ToneStyle {
  switch (tone) {
    case 'own':
      return { mark: 'var(--us)', ink: 'var(--us)', dash: 'none', width: 2.25 };
    case 'previous':
      return { mark: 'var(--us-past)', ink: 'var(--us)', dash: '4 3', width: 1.5 };
    case 'pooled':
      return { mark: 'var(--peer-ink)', ink: 'var(--peer-ink)', dash: 'none', width: 1.75 };
    case 'peer':
      return { mark: 'var(--peer)', ink: 'var(--peer-ink)', dash: 'none', width: 1.25 };
    case 'fitted':
      return { mark: 'var(--ink)', ink: 'var(--ink)', dash: 'none', width: 1.5 };
    case 'expected':
      return { mark: 'var(--ink-2)', ink: 'var(--ink-2)', dash: '6 4', width: 1.75 };
    case 'group': {
      const colour = `var(--group-${(index % 6) + 1})`;
      return { mark: colour, ink: colour, dash: DASHES[(index + Math.floor(index / 6)) % 6] ?? 'none', width: 1.75 };
    }
  }
}
