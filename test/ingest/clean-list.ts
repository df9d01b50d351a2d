/** A clean list of one court: 一审, 二审 and 执行. Each row is there for a reason. */
export const LABELS = [
  '序号',
  '案号',
  '经办法院',
  '立案案由',
  '适用程序',
  '审判组织形式',
  '承办部门',
  '承办人',
  '立案日期',
  '结案日期',
  '结案方式',
  '是否上诉',
  '诉讼标的金额',
  '原审案号',
];

const COURT = '示例市人民法院';
const UPPER = '第二师中级人民法院';

export const ROWS: readonly (readonly string[])[] = [
  // mediated, simple, appealed by nobody
  [
    '1',
    '(2025)兵0201民初1号',
    COURT,
    '民间借贷纠纷',
    '简易程序',
    '独任制',
    '民一庭',
    '王芳',
    '2025-01-06',
    '2025-02-10',
    '调解',
    '否',
    '12345.67',
    '',
  ],
  // judged, ordinary, appealed
  [
    '2',
    '(2025)兵0201民初2号',
    COURT,
    '买卖合同纠纷',
    '普通程序',
    '合议制',
    '民二庭',
    '李明',
    '2025-01-08',
    '2025-05-20',
    '判决',
    '是',
    '500000',
    '',
  ],
  // pending
  [
    '3',
    '(2025)兵0201民初3号',
    COURT,
    '离婚纠纷',
    '普通程序',
    '合议制',
    '民一庭',
    '王芳',
    '2025-03-05',
    '',
    '',
    '',
    '0',
    '',
  ],
  // withdrawn, small claims
  [
    '4',
    '(2025)兵0201民初4号',
    COURT,
    '物业服务合同纠纷',
    '小额诉讼程序',
    '独任制',
    '速裁庭',
    '张三',
    '2025-03-31',
    '2025-04-15',
    '准予撤诉',
    '否',
    '880',
    '',
  ],
  // criminal
  [
    '5',
    '(2025)兵0201刑初1号',
    COURT,
    '盗窃罪',
    '速裁程序',
    '独任制',
    '刑庭',
    '赵六',
    '2025-02-03',
    '2025-02-11',
    '判决',
    '否',
    '',
    '',
  ],
  // second instance of the second row, altered
  [
    '6',
    '(2025)兵02民终9号',
    UPPER,
    '买卖合同纠纷',
    '',
    '合议制',
    '民三庭',
    '周七',
    '2025-06-12',
    '2025-08-01',
    '改判',
    '',
    '500000',
    '(2025)兵0201民初2号',
  ],
  // enforcement
  [
    '7',
    '(2025)兵0201执11号',
    COURT,
    '民间借贷纠纷',
    '',
    '独任制',
    '执行局',
    '孙八',
    '2025-04-01',
    '2025-09-28',
    '终结本次执行程序',
    '',
    '12345.67',
    '',
  ],
];

export function toCsvText(rows: readonly (readonly string[])[], delimiter = ',', end = '\n'): string {
  const cell = (text: string) =>
    /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map((row) => row.map(cell).join(delimiter)).join(end) + end;
}

export const CLEAN_CSV = toCsvText([LABELS, ...ROWS]);
