/** An answer that comes sooner replaces what stands without a flicker. */
const AFTER_MS = 250;

/** Attachment: dims figures that a new answer is on its way for, once that takes long enough to be noticed. */
export function dimLate(node: HTMLElement): () => void {
  const timer = setTimeout(() => (node.style.opacity = '0.6'), AFTER_MS);
  return () => {
    clearTimeout(timer);
    node.style.opacity = '';
  };
}
