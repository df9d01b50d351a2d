/** Names by which browsers know the code pages that workbooks of Excel 95 and before say they use. */
const NAMES: Readonly<Record<number, string>> = {
  437: 'windows-1252',
  850: 'windows-1252',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  10000: 'macintosh',
  10008: 'gb18030',
  54936: 'gb18030',
  65001: 'utf-8',
};

/** What the reader of workbooks asks of a table of code pages. */
export interface CodePages {
  readonly utils: {
    decode(page: number | string, data: string | readonly number[] | Uint8Array): string;
    encode(page: number | string, data: string | readonly string[]): number[];
    hascp(page: number): boolean;
  };
}

/**
 * Code pages as the browser itself decodes them, in the place of tables of half a megabyte. With `ansi`, text that is not
 * Unicode is read as that page whatever the workbook says: some systems write GBK and call it Latin.
 */
export function createCodePages(ansi: number | null): CodePages {
  const decoders = new Map<number, TextDecoder>();
  const decoderOf = (page: number) => {
    const asked = ansi !== null && page !== 1200 && page !== 65001 ? ansi : page;
    const known = decoders.get(asked) ?? new TextDecoder(nameOf(asked));
    decoders.set(asked, known);
    return known;
  };
  return {
    utils: {
      decode: (page, data) =>
        decoderOf(Number(page)).decode(
          typeof data === 'string'
            ? Uint8Array.from(data, (sign) => sign.charCodeAt(0))
            : data instanceof Uint8Array
              ? data
              : Uint8Array.from(data),
        ),
      encode: (_, data) => [...data].map((sign) => sign.charCodeAt(0) & 0xff),
      hascp: () => true,
    },
  };
}

function nameOf(page: number): string {
  return NAMES[page] ?? (page >= 1250 && page <= 1258 ? `windows-${page}` : 'windows-1252');
}
