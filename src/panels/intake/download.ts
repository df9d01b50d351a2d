/** Offers `text`, or its parts joined, as a file; works on plain HTTP and from file://. */
export function downloadText(name: string, text: string | readonly string[]): void {
  downloadBlob(name, new Blob(typeof text === 'string' ? [text] : [...text], { type: 'text/csv;charset=utf-8' }));
}

/** Offers `blob` as a file. */
export function downloadBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
