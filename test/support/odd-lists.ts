/** Lists of cases that hardly hold anything, or lack what a figure is made of; each says why it is there. */

const HEADER = '案号,经办法院,案件类别,审判程序,案由,适用程序,承办部门,承办人,立案日期,结案日期,结案方式,上诉日期';

interface Made {
  readonly serial: number;
  readonly filed: string;
  readonly closed?: string;
  readonly closing?: string;
  readonly judge?: string;
  readonly procedure?: string;
}

function line({ serial, filed, closed = '', closing = '', judge = '张三', procedure = '简易程序' }: Made): string {
  const no = `(${filed.slice(0, 4)})兵9901民初${serial}号`;
  const cause = serial % 3 === 0 ? '民间借贷纠纷' : '买卖合同纠纷';
  return [no, '某垦区人民法院', '民事', '一审', cause, procedure, '民事审判庭', judge, filed, closed, closing, ''].join(
    ',',
  );
}

const day = (year: number, month: number, date: number) =>
  `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;

/** `perMonth` cases a month, closed 40 days later by what `closing` says; of months that `has` excludes none. */
function months(
  first: number,
  count: number,
  perMonth: number,
  closing: (serial: number) => string,
  has: (month: number) => boolean = () => true,
): Made[] {
  return Array.from({ length: count }, (_, i) => first + i).flatMap((month) => {
    if (!has(month)) return [];
    const [year, of] = [2023 + Math.floor(month / 12), (month % 12) + 1];
    return Array.from({ length: perMonth }, (_, i): Made => {
      const serial = (month + 1) * 100 + i;
      const closed = new Date(Date.UTC(year, of - 1, (i % 27) + 1) + (30 + (serial % 25)) * 86_400_000);
      return {
        serial,
        filed: day(year, of, (i % 27) + 1),
        closed: closed.toISOString().slice(0, 10),
        closing: closing(serial),
      };
    });
  });
}

const mixed = (serial: number) => (serial % 4 === 0 ? '调解' : serial % 5 === 0 ? '撤诉' : '判决');
const csv = (cases: readonly Made[]) => [HEADER, ...cases.map(line)].join('\n');
/** The list without some of its columns. */
const without = (text: string, ...labels: readonly string[]) => {
  const kept = HEADER.split(',').map((label) => !labels.includes(label));
  return text
    .split('\n')
    .map((row) =>
      row
        .split(',')
        .filter((_, i) => kept[i])
        .join(','),
    )
    .join('\n');
};

const TWO_YEARS = csv(months(0, 24, 6, mixed));

export const ODD_LISTS: Readonly<Record<string, string>> = {
  /** Closings stop at the end of 2023; cases are filed until 2024: nothing is closed in the last period. */
  noClosings: csv([
    ...months(0, 8, 6, mixed),
    ...months(12, 12, 3, mixed).map(({ serial, filed }) => ({ serial, filed })),
  ]),
  judgeOfOne: csv([
    ...months(0, 24, 6, mixed),
    { serial: 9000, filed: '2024-10-01', closed: '2024-11-01', closing: '调解', judge: '独一案' },
  ]),
  monthWithout: csv(months(0, 24, 6, mixed, (month) => month !== 18)),
  allPending: csv(months(0, 24, 3, mixed).map(({ serial, filed }) => ({ serial, filed }))),
  /** 60 judgments and dismissals, no settlement: a rate of 0/60. */
  noneOf60: csv(months(12, 10, 6, () => '判决')),
  twoCases: csv([
    { serial: 1, filed: '2024-01-05', closed: '2024-03-05', closing: '判决' },
    { serial: 2, filed: '2024-02-05' },
  ]),
  closedOnly: csv(months(0, 22, 6, mixed).filter(({ closed }) => closed !== undefined)),
  threeMonths: csv(months(21, 3, 12, mixed)),
  noJudge: without(TWO_YEARS, '承办人', '承办部门'),
  noClosingMode: without(TWO_YEARS, '结案方式'),
  noFilingDate: without(TWO_YEARS, '立案日期'),
};
