/** How the bytes of a part of a message are written. */
const ENCODED = /^content-transfer-encoding:\s*(base64|quoted-printable)/im;

/** True for a page in one file as Excel and browsers save it (.mht), and some systems name .xls. */
export function isMhtml(head: string): boolean {
  return /^(?:\s*[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*\s*mime-version:/i.test(`${head.slice(0, 2048)}\n`);
}

/** The bytes of the largest HTML page in it, null where it holds none. @param text the file, one character a byte */
export function readMhtmlPage(text: string): Uint8Array | null {
  const boundary = /boundary="?([^"\r\n;]+)"?/i.exec(text)?.[1];
  const parts = boundary === undefined ? [text] : text.split(`--${boundary}`);
  const pages = parts.flatMap((part) => {
    const end = /\r?\n\r?\n/.exec(part.replace(/^\r?\n/, (line) => ' '.repeat(line.length)));
    const head = end === null ? '' : part.slice(0, end.index);
    return end !== null && /content-type:\s*text\/html/i.test(head)
      ? [decodePart(part.slice(end.index + end[0].length), ENCODED.exec(head.trimStart())?.[1]?.toLowerCase())]
      : [];
  });
  return pages.reduce<Uint8Array | null>((best, page) => (page.length > (best?.length ?? 0) ? page : best), null);
}

function decodePart(body: string, encoded: string | undefined): Uint8Array {
  if (encoded === 'base64') return toBytes(atob(body.replace(/[^A-Za-z0-9+/=]/g, '')));
  if (encoded !== 'quoted-printable') return toBytes(body);
  const joined = body.replace(/=[ \t]*\r?\n/g, '');
  return toBytes(joined.replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))));
}

function toBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}
