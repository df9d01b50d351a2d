/**
 * What the hosted site may do, as measured to be just enough. `connect-src` is the guarantee that no case leaves the
 * court; 'wasm-unsafe-eval' lets the engine be compiled and nothing else be evaluated. The same text stands in
 * `public/web.config`, `.htaccess` and `nginx.conf.sample`; a test compares them.
 */
export const HOSTED_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self' blob:",
  "img-src 'self' data: blob:",
  "style-src 'self' 'unsafe-inline'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * What the one-file page may do: nothing outside itself. Its script is allowed by hash, its workers and the engine come
 * from blobs that it makes. @param scriptHash `sha256-…` of the inline script.
 */
export function oneFilePolicy(scriptHash: string): string {
  return [
    "default-src 'none'",
    `script-src '${scriptHash}' 'wasm-unsafe-eval' blob:`,
    'worker-src blob:',
    'connect-src blob:',
    'img-src data: blob:',
    "style-src 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** The policy as the tag that stands first in the head. */
export function policyTag(policy: string): string {
  return `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
}
