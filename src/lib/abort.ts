/** What a cancelled piece of work rejects with; `AbortSignal.reason` is younger than the browsers of a court. */
export function abortError(): DOMException {
  return new DOMException('The work was cancelled', 'AbortError');
}

/** Throws the AbortError of a signal that was aborted. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw abortError();
}
