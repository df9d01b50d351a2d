import { utf8, type NamedBytes } from './import-bytes.ts';

const HEAD = '案号,经办法院,立案日期,结案日期,结案方式,适用程序,承办人';

/** A list of cases of one court as bytes; a row is `serial,filed,resolved,closing,procedure,judge`. */
export function monthly(name: string, rows: readonly string[]): NamedBytes {
  const lines = rows.map((row) => {
    const [serial, ...rest] = row.split(',');
    return [`(2025)兵0201民初${serial}号`, '示例市人民法院', ...rest].join(',');
  });
  return { name, bytes: utf8([HEAD, ...lines, ''].join('\n')) };
}

/** The export of August: 9 cases, 4 of them open; the last day in it is 31 August. */
export const AUGUST = [
  '1,2025-01-06,2025-02-10,调解,简易程序,王芳',
  '2,2025-01-08,2025-05-20,判决,普通程序,李明',
  '3,2025-02-03,2025-04-10,判决,简易程序,王芳',
  '4,2025-03-05,,,普通程序,李明',
  '5,2025-03-10,,,简易程序,王芳',
  '6,2025-04-01,2025-06-30,判决,简易程序,李明',
  '7,2025-05-06,,,普通程序,王芳',
  '8,2025-08-28,,,简易程序,李明',
  '9,2025-07-01,2025-08-31,调解,简易程序,王芳',
];

/** The export of September: 8 of those 9 and 3 others; the last day in it is 30 September. */
export const SEPTEMBER = [
  '1,2025-01-06,2025-02-10,调解,简易程序,王芳', // as it was
  '2,2025-01-08,2025-05-25,判决,普通程序,李明', // closing day changed
  '3,2025-02-03,2025-04-10,调解,简易程序,王芳', // closing mode changed
  '4,2025-03-05,2025-09-12,判决,普通程序,李明', // closed in September
  '5,2025-03-10,2025-08-29,准予撤诉,简易程序,王芳', // closed before the day of the older list, which did not know it
  '7,2025-05-06,,,普通程序,王芳', // still open
  '8,2025-08-18,,,普通程序,李明', // filing day and procedure changed
  '9,2025-07-01,2025-08-31,调解,简易程序,王芳', // as it was; 6 has vanished
  '10,2025-08-20,,,简易程序,李明', // filed in August, entered afterwards
  '11,2025-09-02,,,简易程序,王芳', // filed in September
  '12,2025-09-05,2025-09-30,判决,简易程序,李明', // filed and closed in September
];

export const august = monthly('8月.csv', AUGUST);
export const september = monthly('9月.csv', SEPTEMBER);
