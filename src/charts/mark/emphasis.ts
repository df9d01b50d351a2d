/** How strongly a mark is drawn while another one is looked at. */
export type Emphasis = 'default' | 'active' | 'muted';

/** Emphasis of the mark `id` while `activeId` (null: none) is looked at. */
export function resolveEmphasis(id: string, activeId: string | null): Emphasis {
  if (activeId === null) return 'default';
  return id === activeId ? 'active' : 'muted';
}
