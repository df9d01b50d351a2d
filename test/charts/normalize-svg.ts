/** An SVG as stable text: one element per line, no generated ids and class hashes, coordinates with one decimal. */
export function normalizeSvg(svg: Element): string {
  return `${svg.outerHTML
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/ ?svelte-[a-z0-9]+/g, '')
    .replace(/ class=""/g, '')
    .replace(/ id="[^"]*"/g, '')
    .replace(/-?\d+\.\d{2,}/g, (number) => String(Math.round(Number(number) * 10) / 10))
    .replace(/>\s*</g, '>\n<')}\n`;
}
