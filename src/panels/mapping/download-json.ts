/** Offers profiles as a file; works on plain HTTP and from file://. */
export function downloadJson(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'court-metrics-mapping.json';
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
