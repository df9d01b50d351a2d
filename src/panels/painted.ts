/** Marks the moment at which charts have new content; the benchmark reads `cm:charts`. */
export function markChartsPainted(): void {
  requestAnimationFrame(() => performance.mark('cm:charts'));
}
