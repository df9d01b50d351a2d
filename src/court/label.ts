/** A name in both languages, Chinese in the court's own words (the shape of `text/bilingual`, which this layer may not import). */
export interface Label {
  readonly zh: string;
  readonly en: string;
}

/** How far a fact may be relied on: `law` and `published` = read in a source; the others = general knowledge (domain.md mem-H/M/L). */
export type Confidence = 'law' | 'published' | 'high' | 'medium' | 'low';
