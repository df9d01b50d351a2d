import type { Bilingual } from './bilingual.ts';

/** Why a file with profiles could not be taken. */
export const PROFILE_FAULTS = {
  not_json: (file: string): Bilingual => ({
    zh: `文件“${file}”不是完整的 JSON,可能没有保存完或被改动过;请重新导出对应关系。`,
    en: `"${file}" is not complete JSON; it may have been cut off or edited. Export the mapping again.`,
  }),
  not_profiles: (file: string): Bilingual => ({
    zh: `文件“${file}”不是本系统导出的对应关系;请选择用“导出对应关系”保存的文件。`,
    en: `"${file}" is not a mapping of this product; choose a file saved by "Export mappings".`,
  }),
  newer: (file: string): Bilingual => ({
    zh: `文件“${file}”由更新的版本导出,这个版本读不了;请先更新本系统。`,
    en: `"${file}" was written by a newer version; update this one first.`,
  }),
  broken: (file: string): Bilingual => ({
    zh: `文件“${file}”中有一份对应关系已损坏(栏目或值的写法不对),没有导入;请重新导出。`,
    en: `A mapping in "${file}" is damaged (a column or value is not as it should be); nothing was taken. Export it again.`,
  }),
} as const;

export const MAPPING = {
  open: { zh: '核对栏目', en: 'Check columns' },
  openRefused: { zh: '手工指定表头和栏目', en: 'Point at header and columns' },
  title: { zh: '核对栏目', en: 'Columns' },
  reading: { zh: '正在读取文件……', en: 'Reading the file …' },
  notAtHand: {
    zh: '这份清单来自已整理的数据,原文件不在这里,不能重新核对栏目;请导入原来的文件。',
    en: 'This list comes from prepared data; the file itself is not here. Import the original file to check its columns.',
  },
  back: { zh: '返回,不改动', en: 'Back, change nothing' },
  apply: { zh: '保存并重新读取', en: 'Save and read again' },
  applying: { zh: '正在重新读取……', en: 'Reading again …' },
  failed: {
    zh: '没有完成,原来的数据和对应关系都没有改动。',
    en: 'Not completed; data and mapping are as they were.',
  },
  leftOut: (list: string, rows: number, profile: string): Bilingual => ({
    zh: `“${list}”(${rows} 行)按保存的对应关系“${profile}”不读取;如要读取,请点“手工指定表头和栏目”,取消“不读取”。`,
    en: `"${list}" (${rows} rows) is left out by the saved mapping "${profile}"; to read it, open "Point at header and columns" and clear the tick.`,
  }),
  leaveOut: { zh: '不读取这张表(不是案件清单,或不需要)', en: 'Leave this list out (no list of cases, or not wanted)' },
  isLeftOutNote: {
    zh: '这张表不读取:它的各行不进入任何指标。保存后,以后同样的表也不读取,导入时会说明。',
    en: 'This list is left out: none of its rows enters any figure. Once saved, lists of this shape are left out too, and every import says so.',
  },
  isNotListNote: {
    zh: '这张表目前没有读取:没有认出案号、日期等栏目。如果是案件清单,请指定表头行,再为各栏选择“认作”什么;如果不是,不用管它。',
    en: 'This sheet is not read: no column of case numbers or dates was recognised in it. If it is a list of cases, point at its header row and say what its columns are; if not, leave it alone.',
  },
  listState: (name: string, rows: string, isRead: boolean): Bilingual => ({
    zh: `${name}(${rows} 行${isRead ? '' : ',不读取'})`,
    en: `${name} (${rows} rows${isRead ? '' : ', not read'})`,
  }),
  list: { zh: '工作表或文件', en: 'Sheet or file' },
  header: { zh: '表头在第几行', en: 'Header row' },
  headerLast: { zh: '(多行表头填最后一行)', en: '(the last one, if several)' },
  headerHeight: { zh: '表头共几行', en: 'Rows of header' },
  untried: (n: string): Bilingual => ({
    zh: `(清单很长,下面只试读了这些;后面还有 ${n} 行,保存后一并读取)`,
    en: `(a long list: only these were tried; ${n} more are read too once you save)`,
  }),
  rows: (n: string): Bilingual => ({ zh: `共 ${n} 行案件`, en: `${n} rows` }),
  known: (name: string): Bilingual => ({
    zh: `已按上次的对应关系“${name}”读取;改动后点“保存并重新读取”。`,
    en: `Read by the saved mapping "${name}".`,
  }),
  unknown: {
    zh: '这种表第一次见到。核对下面各栏,点“保存并重新读取”,以后同样的表直接照此读取,不再询问。',
    en: 'A list of this shape was not seen before. Check the columns and save: lists of this shape are read so from then on.',
  },
  column: { zh: '文件里的栏目', en: 'Column of the file' },
  takenFor: { zh: '认作', en: 'Taken for' },
  samples: { zh: '样值 → 读成', en: 'Values → became' },
  failures: { zh: '未读出', en: 'Failed' },
  notUsed: { zh: '不使用(原文保留)', en: 'not used (text kept)' },
  noLabel: (n: number): Bilingual => ({ zh: `(第 ${n} 栏,没有栏名)`, en: `(column ${n}, no label)` }),
  nothing: { zh: '空', en: 'nothing' },
  unused: { zh: '不使用', en: 'not used' },
  instead: { zh: '已有更合适的日期栏,这一栏不参与计算', en: 'not counted: another date column is used' },
  emptyColumn: { zh: '整栏为空', en: 'the column is empty' },
  beyond: (n: string): Bilingual => ({ zh: `另有 ${n} 行未试读`, en: `${n} more not tried` }),
  confidence: (percent: string): Bilingual => ({ zh: `把握 ${percent}`, en: `${percent} sure` }),
  suggestion: (content: Bilingual, target: Bilingual): Bilingual => ({
    zh: `${content.zh},是不是“${target.zh}”?`,
    en: `${content.en}: is it "${target.en}"?`,
  }),
  datesTaken: {
    zh: '内容像日期;立案、结案日期已另有栏,需要时可改认',
    en: 'looks like dates; filing and closing dates have columns already',
  },
  statusNote: {
    zh: '内容像案件状态(已结、未结);是否已结按结案日期判断,这一栏只用来核对',
    en: 'says which cases are closed; the closing date decides that, this column is only checked against it',
  },
  statusConflict: (label: string, closed: string, open: string, rows: string): Bilingual => ({
    zh: `“${label}”一栏与结案日期对不上:前 ${rows} 行里有 ${closed} 行写已结却没有结案日期(会算作未结),${open} 行写未结却有结案日期(会算作已结)`,
    en: `"${label}" and the closing date disagree: of the first ${rows} rows ${closed} say closed without a day (counted as pending), ${open} say open with a day (counted as closed)`,
  }),
  dateStyle: { zh: '日期写法', en: 'Date style' },
  numberStyle: { zh: '数字写法', en: 'Number style' },
  unit: { zh: '单位', en: 'Unit' },
  verbatim: { zh: '不是我国案号,按原样作编号', en: 'not a Chinese case number: keep as it is' },
  teach: { zh: '记入本院栏目名称', en: 'Add to own labels' },
  taught: { zh: '已是本院栏目名称', en: 'among own labels' },
  constants: { zh: '文件里没有的栏目,可以统一指定', en: 'Columns that the file lacks: one value for the whole list' },
  constantNone: { zh: '不指定', en: 'none' },
  values: { zh: '值的归类', en: 'Values' },
  valuesNote: {
    zh: '词表中没有的值不会自动归入“其他”。请为它指定一个已知的值,或保持未归类。',
    en: 'A value that is not in the vocabulary is never taken for "other". Assign it to a known value, or leave it.',
  },
  namesNote: {
    zh: '同一法院、庭室、法官的不同写法,可以归入同一个名称;不指定则按原样。',
    en: 'Different spellings of one court, division or judge may be assigned to one name.',
  },
  value: { zh: '文件里的值', en: 'Value in the file' },
  count: { zh: '件数', en: 'Cases' },
  became: { zh: '现在读成', en: 'Read as' },
  assign: { zh: '归入', en: 'Assign to' },
  isEmpty: { zh: '视为空', en: 'no value' },
  undo: { zh: '撤销', en: 'Undo' },
  adopt: (value: string): Bilingual => ({ zh: `采用建议:${value}`, en: `Use: ${value}` }),
  notKnown: {
    zh: '词表里没有这个值,请从列表中选择,或换一种常用说法',
    en: 'not in the list; choose from it, or use a more usual word',
  },
  adoptAll: (n: number): Bilingual => ({ zh: `全部采用建议(${n} 个)`, en: `Use all ${n} suggestions` }),
  unclassified: { zh: '未归类', en: 'not classified' },
  onlyOpen: (n: number): Bilingual => ({ zh: `只看未归类的(${n})`, en: `unclassified only (${n})` }),
  search: { zh: '查找', en: 'Search' },
  more: (n: number): Bilingual => ({ zh: `还有 ${n} 个值,请用“查找”缩小范围`, en: `${n} more; use the search` }),
  allKnown: { zh: '全部读出', en: 'all read' },
  openValues: (n: number, cases: string): Bilingual => ({
    zh: `${n} 个值未归类,涉及 ${cases} 件`,
    en: `${n} values not classified, ${cases} cases`,
  }),
  decisions: { zh: '明显不对的值怎么办', en: 'What is done with values that cannot be right' },
  fault: { zh: '情形', en: 'Fault' },
  usual: { zh: '(默认)', en: ' (usual)' },
  decision: { zh: '处理', en: 'What is done' },
  found: { zh: '这份清单里', en: 'In this list' },
  duplicates: { zh: '同一案号有几行', en: 'Several rows of one case number' },
  name: { zh: '对应关系的名称', en: 'Name of the mapping' },
  profiles: { zh: '保存的对应关系', en: 'Saved mappings' },
  profilesNone: {
    zh: '还没有保存过。在“核对栏目”中保存后列在这里,下次导入同样的表自动使用。',
    en: 'None yet. What is saved under "Check columns" is listed here and used for lists of the same shape.',
  },
  profileShape: (n: number, labels: string): Bilingual => ({
    zh: `${n} 栏:${labels}`,
    en: `${n} columns: ${labels}`,
  }),
  remove: { zh: '删除', en: 'Delete' },
  removeNote: {
    zh: '删除后,新导入的同样的表重新按词典识别;已保存的数据集仍按当时的对应关系读取。',
    en: 'New lists of that shape are then read by the dictionary; data sets that are kept are read as before.',
  },
  export: { zh: '导出对应关系(JSON)', en: 'Export mappings (JSON)' },
  exportNote: {
    zh: '文件里有栏名和归类过的值(可能含法官姓名),没有案件。',
    en: 'The file holds labels and assigned values (perhaps names of judges), no cases.',
  },
  import: { zh: '导入对应关系……', en: 'Import mappings …' },
  imported: (n: number, aliases: number): Bilingual => ({
    zh: `已导入 ${n} 份对应关系、${aliases} 个本院栏目名称,下次导入文件时使用。`,
    en: `${n} mappings and ${aliases} own labels taken; they are used from the next import on.`,
  }),
  aliases: { zh: '本院栏目名称', en: 'Own labels' },
  aliasesNone: {
    zh: '还没有。系统词典之外的栏名,可以在“核对栏目”中记入,以后每次导入都认得。',
    en: 'None yet. A label that the dictionary lacks can be added under "Check columns"; it is then known everywhere.',
  },
  addAlias: { zh: '添加', en: 'Add' },
  newLabel: { zh: '栏名(文件里的写法)', en: 'Label as it stands in the file' },
  aliasIs: (label: string, target: Bilingual): Bilingual => ({
    zh: `“${label}” = ${target.zh}`,
    en: `"${label}" = ${target.en}`,
  }),
  usedProfile: (name: string): Bilingual => ({
    zh: `已按上次的对应关系“${name}”读取`,
    en: `read by the saved mapping "${name}"`,
  }),
  offer: { zh: '有清单需要核对栏目', en: 'Some lists should be checked' },
  doubts: {
    no_case_no: { zh: '没有认出案号一栏', en: 'no column of case numbers was recognised' },
    no_dates: { zh: '没有认出立案、结案日期', en: 'no column of filing or closing dates was recognised' },
  } as Readonly<Record<string, Bilingual>>,
  manyFailures: (label: string, percent: string): Bilingual => ({
    zh: `“${label}”一栏约有 ${percent} 的值没有读出`,
    en: `about ${percent} of the values of "${label}" could not be read`,
  }),
} as const;

/** What a column may be taken for, in groups as they stand in the list of choices. */
export const TARGET_GROUPS: readonly {
  readonly label: Bilingual;
  readonly targets: Readonly<Record<string, Bilingual>>;
}[] = [
  {
    label: { zh: '案号与类型', en: 'Number and kind' },
    targets: {
      case_no: { zh: '案号', en: 'Case number' },
      class: { zh: '案件类型(民事、刑事…)', en: 'Matter (civil, criminal …)' },
      level: { zh: '审级', en: 'Level' },
      type_code: { zh: '类型代字', en: 'Type code' },
      cause: { zh: '案由', en: 'Cause' },
      cause_closed: { zh: '结案案由', en: 'Cause at closing' },
      procedure: { zh: '适用程序', en: 'Procedure' },
      is_small_claims: { zh: '是否小额诉讼', en: 'Small claims (yes/no)' },
      bench: { zh: '审判组织', en: 'Bench' },
    },
  },
  {
    label: { zh: '日期', en: 'Dates' },
    targets: {
      filed_on: { zh: '立案日期', en: 'Filed on' },
      received_on: { zh: '收案日期', en: 'Received on' },
      resolved_on: { zh: '结案日期', en: 'Resolved on' },
      reported_on: { zh: '报结日期', en: 'Reported on' },
      judged_on: { zh: '裁判日期', en: 'Judged on' },
      due_on: { zh: '审限届满日期', en: 'Due on' },
      appealed_on: { zh: '上诉日期', en: 'Appealed on' },
      extension_days: { zh: '延长审限(时间)', en: 'Extension (length)' },
      deduction_days: { zh: '扣除审限(时间)', en: 'Deduction (length)' },
    },
  },
  {
    label: { zh: '结果', en: 'Outcome' },
    targets: {
      closing: { zh: '结案方式', en: 'Closing' },
      is_appealed: { zh: '是否上诉', en: 'Appealed (yes/no)' },
      is_in_court_judgment: { zh: '是否当庭宣判', en: 'Judgment in court (yes/no)' },
    },
  },
  {
    label: { zh: '法院与人员', en: 'Court and people' },
    targets: {
      court: { zh: '法院', en: 'Court' },
      court_code: { zh: '法院代字', en: 'Court code' },
      department: { zh: '承办庭室', en: 'Department' },
      judge: { zh: '承办法官', en: 'Judge' },
    },
  },
  {
    label: { zh: '金额', en: 'Amounts' },
    targets: {
      amount: { zh: '诉讼标的金额', en: 'Amount in dispute' },
      amount_applied: { zh: '申请执行标的金额', en: 'Amount applied for' },
      amount_recovered: { zh: '实际到位金额', en: 'Amount recovered' },
    },
  },
  {
    label: { zh: '关联案件', en: 'Linked cases' },
    targets: {
      original_case_no: { zh: '原审案号', en: 'Original case number' },
      original_court: { zh: '原审法院', en: 'Original court' },
      first_enforcement_no: { zh: '首次执行案号', en: 'First enforcement number' },
      enforcement_basis: { zh: '执行依据文号', en: 'Enforcement basis' },
      next_case_no: { zh: '后续(二审)案号', en: 'Appeal number' },
      next_closing: { zh: '后续(二审)结案方式', en: 'Closing of the appeal' },
      next_filed_on: { zh: '后续(二审)立案日期', en: 'Appeal filed on' },
      next_resolved_on: { zh: '后续(二审)结案日期', en: 'Appeal resolved on' },
    },
  },
];

/** Label of every target. */
export const TARGET_LABELS: Readonly<Record<string, Bilingual>> = Object.assign(
  {},
  ...TARGET_GROUPS.map(({ targets }) => targets),
);

/** Why a column was taken for what it is. */
export const BASES: Readonly<Record<string, Bilingual>> = {
  label: { zh: '栏名就是常用写法', en: 'the label is a usual one' },
  'label-without-unit': { zh: '去掉单位或括号后是常用写法', en: 'a usual label, but for a unit or bracket' },
  'own-label': { zh: '本院栏目名称', en: 'a label of this court' },
  words: {
    zh: '词典里没有这个栏名,但它的用词和各值都像',
    en: 'the label is not in the dictionary, but its words and the values say so',
  },
  values: {
    zh: '栏名像是另一栏,但各值说明是这一栏',
    en: 'the label speaks for another column, but the values for this one',
  },
  'case-numbers': {
    zh: '词典里没有这个栏名,但值都是案号,也没有别的案号栏',
    en: 'the label is not in the dictionary, but the values are case numbers and no other column has them',
  },
  profile: { zh: '由人指定', en: 'decided by a person' },
  'second-choice': { zh: '另有一栏更合适', en: 'another column fits better' },
  unknown: { zh: '词典里没有这个栏名', en: 'the label is not in the dictionary' },
};

export const CONTENTS: Readonly<Record<string, Bilingual>> = {
  case_no: { zh: '内容像案号', en: 'looks like case numbers' },
  closing: { zh: '内容像结案方式', en: 'looks like closings' },
  status: { zh: '内容像案件状态', en: 'looks like states of cases' },
  procedure: { zh: '内容像适用程序', en: 'looks like procedures' },
  date: { zh: '内容像日期', en: 'looks like dates' },
  amount: { zh: '内容像金额', en: 'looks like amounts' },
  identifier: {
    zh: '每行各不相同,像案件编号(不是我国案号)',
    en: 'different in every row, like a case number of another system',
  },
};

export const DATE_STYLES: Readonly<Record<string, Bilingual>> = {
  auto: { zh: '自动判断', en: 'told by the values' },
  'day-first': { zh: '日/月/年,如 14/08/2018', en: 'day/month/year, as 14/08/2018' },
  'month-first': { zh: '月/日/年,如 08/14/2018', en: 'month/day/year, as 08/14/2018' },
};
export const NUMBER_STYLES: Readonly<Record<string, Bilingual>> = {
  auto: { zh: '自动判断', en: 'told by the values' },
  point: { zh: '19,080.00(逗号分节)', en: '19,080.00 (point before decimals)' },
  comma: { zh: '19.080,00(句点分节)', en: '19.080,00 (comma before decimals)' },
};
export const AMOUNT_UNITS: Readonly<Record<string, Bilingual>> = {
  '1': { zh: '元', en: 'yuan' },
  '10000': { zh: '万元', en: '10,000 yuan' },
  '100000000': { zh: '亿元', en: '100 million yuan' },
};
export const DAY_UNITS: Readonly<Record<string, Bilingual>> = {
  '1': { zh: '天', en: 'days' },
  '30': { zh: '月(按30天)', en: 'months (of 30 days)' },
};

/** Faults about which a court may decide: what is wrong, and what each choice means. */
export const FAULT_TEXTS: Readonly<
  Record<string, { readonly name: Bilingual; readonly choices: Readonly<Record<string, Bilingual>> }>
> = {
  date_future: {
    name: { zh: '日期晚于今天(一年以内)', en: 'A date after today (within a year)' },
    choices: {
      kept: { zh: '照原样入库', en: 'kept' },
      set_missing: { zh: '该日期置为缺失', en: 'date set to missing' },
      set_aside: { zh: '整行不入库', en: 'row set aside' },
    },
  },
  date_far_future: {
    name: { zh: '日期远在将来(如4009年)', en: 'A date in the far future (as 4009)' },
    choices: {
      set_missing: { zh: '该日期置为缺失', en: 'date set to missing' },
      set_aside: { zh: '整行不入库', en: 'row set aside' },
    },
  },
  date_zero: {
    name: { zh: '零日期(1950年以前,如1900-01-01)', en: 'A zero date (before 1950)' },
    choices: {
      set_missing: { zh: '该日期置为缺失', en: 'date set to missing' },
      set_aside: { zh: '整行不入库', en: 'row set aside' },
    },
  },
  date_unreadable: {
    name: { zh: '日期无法识别或没有这一天', en: 'A date that cannot be read or does not exist' },
    choices: {
      set_missing: { zh: '该日期置为缺失', en: 'date set to missing' },
      set_aside: { zh: '整行不入库', en: 'row set aside' },
    },
  },
  resolved_before_filed: {
    name: { zh: '结案日期早于立案日期', en: 'Resolved before filed' },
    choices: {
      kept: { zh: '照原样入库,不计审理天数', en: 'kept, not counted in durations' },
      set_missing: { zh: '结案日期置为缺失(按未结处理)', en: 'closing date set to missing (pending)' },
      set_aside: { zh: '整行不入库', en: 'row set aside' },
    },
  },
  due_before_filed: {
    name: { zh: '审限届满日早于立案日期', en: 'Due before filed' },
    choices: {
      kept: { zh: '照原样入库', en: 'kept' },
      set_missing: { zh: '届满日置为缺失', en: 'due date set to missing' },
      set_aside: { zh: '整行不入库', en: 'row set aside' },
    },
  },
  closed_without_date: {
    name: { zh: '有结案方式但没有结案日期', en: 'A closing without a closing date' },
    choices: {
      kept: { zh: '入库,按未结处理', en: 'kept as pending' },
      set_aside: { zh: '整行不入库', en: 'row set aside' },
    },
  },
  case_no_missing: {
    name: { zh: '没有案号', en: 'No case number' },
    choices: { kept: { zh: '照原样入库', en: 'kept' }, set_aside: { zh: '整行不入库', en: 'row set aside' } },
  },
};
export const DUPLICATE_TEXTS: Readonly<Record<string, Bilingual>> = {
  fuller: { zh: '保留信息较全的一行', en: 'the fuller row stays' },
  earlier: { zh: '保留靠前的一行', en: 'the earlier row stays' },
  later: { zh: '保留靠后的一行', en: 'the later row stays' },
};

export const CONSTANT_LABELS: Readonly<Record<string, Bilingual>> = {
  court: { zh: '法院', en: 'Court' },
  matter: { zh: '条线', en: 'Matter' },
  level: { zh: '审级', en: 'Level' },
  procedure: { zh: '适用程序', en: 'Procedure' },
  department: { zh: '承办庭室', en: 'Department' },
};
