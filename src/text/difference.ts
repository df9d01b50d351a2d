import type { Bilingual } from './bilingual.ts';

/** One thing that may have become of a case between two lists. */
export interface DifferenceText {
  readonly label: Bilingual;
  readonly meaning: Bilingual;
}

/** Keyed by the fate. */
export const FATE_TEXTS: Readonly<Record<string, DifferenceText>> = {
  filed: {
    label: { zh: '新收案件', en: 'Newly filed' },
    meaning: { zh: '旧清单之后立案,属于正常收案', en: 'filed after the older list was made: new work' },
  },
  entered: {
    label: { zh: '补录案件', en: 'Entered late' },
    meaning: {
      zh: '立案日期在旧清单的最后一天或之前(或没有立案日期),旧清单里却没有',
      en: 'filed on or before the last day of the older list (or without a filing date), yet not in it',
    },
  },
  wider: {
    label: { zh: '旧清单范围之外', en: 'Beyond the older list' },
    meaning: { zh: '旧清单没有导出这一部分,不算补录', en: 'the older list does not reach so far; not an edit' },
  },
  closed: {
    label: { zh: '新结案件', en: 'Newly resolved' },
    meaning: { zh: '旧清单中未结,之后结案,属于正常结案', en: 'open in the older list and resolved since: work' },
  },
  backdated: {
    label: { zh: '补录结案', en: 'Resolved with an earlier date' },
    meaning: {
      zh: '旧清单中未结,新清单中的结案日期却在旧清单的最后一天或之前',
      en: 'open in the older list, yet resolved on or before its last day by the newer',
    },
  },
  vanished: {
    label: { zh: '消失的案件', en: 'Vanished' },
    meaning: {
      zh: '旧清单中有,新清单中没有;是否计入各项指标见下面的选择,请核对是否销案、改号或漏导',
      en: 'in the older list but not in the newer; the switch below says whether it counts: see whether it was struck out, renumbered or left out',
    },
  },
  narrower: {
    label: { zh: '新清单范围之外', en: 'Beyond the newer list' },
    meaning: {
      zh: '新清单没有导出这一部分(较早或已结的案件),不算消失',
      en: 'the newer list does not reach so far; not vanished',
    },
  },
};

export const DIFFERENCE = {
  leaveVanished: { zh: '消失的案件不计入各项指标', en: 'Leave vanished cases out of every figure' },
  leaveVanishedNote: {
    zh: '不勾选时,消失的案件仍按旧清单的一行计入:如果只是漏导,数字没有错;如果已销案或改号,收案、未结会偏多。勾选后全部文件重新读取,这些案件列入“未入库”,注明原因,仍可在这里查看;选择随数据集保存。数据集里每一对新旧清单都照此处理。',
    en: 'Without the tick a vanished case counts by its older row: right where the newer export merely left it out, too many filed and pending where it was struck out or renumbered. With it all files are read again, and these rows are set aside with the reason; they stay listed here. The choice is kept with the data set and holds for every pair of lists in it.',
  },
  title: { zh: '两份清单之间的变化', en: 'What changed between two lists' },
  none: {
    zh: '还没有可以比较的两份清单。把同一份清单上个月和本月的导出都导入(第二份选“与已载入的数据合并”),这里会列出两次之间新收、新结、改动和消失的案件。',
    en: 'There are no two lists to compare yet. Import last month\'s and this month\'s export of the same list (the second with "Add to what is loaded"), and what was filed, resolved, changed or vanished in between is listed here.',
  },
  rule: {
    zh: '同一案件在几份清单中都有时,以较新清单的一行为准,较旧的一行留作历史,打开案件可以看到。最后一个立案或结案日期较晚的清单较新;同一天的,后导入的较新;没有立案日期、结案日期或结案方式栏的清单让位于有这些栏的清单;作数的清单没有的栏目,由较旧的清单补上。内容完全相同的清单,或同名、同栏、截至同一天且大部分案件相同的清单,视为重新导入,由后一份整份代替。',
    en: 'Where several lists have a row of one case, that of the newer list counts; the older is kept as history and shown with the case. The list whose last filing or closing day is later is the newer; up to the same day, the one imported later; a list without columns for filing date, closing date or closing mode gives way to one that has them; columns that the list that counts does not have are completed from the older. A list with the very same rows, or with the same name and columns up to the same day and mostly the same cases, is the same list imported again: the later copy takes its place.',
  },
  ruleTitle: { zh: '以哪一行为准?', en: 'Which row counts?' },
  newer: { zh: '新清单', en: 'Newer list' },
  older: { zh: '旧清单', en: 'Older list' },
  listTo: (name: string, day: string): Bilingual => ({ zh: `${name}(截至${day})`, en: `${name} (to ${day})` }),
  listWithoutDay: (name: string): Bilingual => ({ zh: `${name}(没有日期)`, en: `${name} (no dates)` }),
  shared: (count: string): Bilingual => ({ zh: `两份清单都有的案件 ${count}。`, en: `In both lists: ${count}.` }),
  same: {
    zh: '两份清单没有差别:没有新收、新结,也没有改动或消失的案件。',
    en: 'The two lists do not differ: nothing filed, resolved, changed or vanished.',
  },
  work: { zh: '办案', en: 'Work' },
  edits: { zh: '改动', en: 'Edits' },
  range: { zh: '导出范围不同', en: 'Different range' },
  change: { zh: '变化', en: 'Change' },
  cases: { zh: '件数', en: 'Cases' },
  meaning: { zh: '说明', en: 'Meaning' },
  show: { zh: '查看案件', en: 'Show the cases' },
  download: { zh: '导出全部(CSV)', en: 'Download all (CSV)' },
  changed: (column: string): Bilingual => ({ zh: `${column}有改动`, en: `${column} changed` }),
  changedMeaning: { zh: '两份清单都有这个案件,这一栏的内容不同', en: 'the case is in both lists, this column differs' },
  caseNo: { zh: '案号', en: 'Case number' },
  was: { zh: '旧清单', en: 'Older list' },
  is: { zh: '新清单', en: 'Newer list' },
  empty: { zh: '(空)', en: '(empty)' },
  oldRow: { zh: '旧清单行号', en: 'Row in the older list' },
  newRow: { zh: '新清单行号', en: 'Row in the newer list' },
  moved: { zh: '哪些指标因改动而变', en: 'Which metrics moved because of edits' },
  explain: (days: string): Bilingual => ({
    zh: `两份清单各自计算 ${days} 的指标。这段时间在旧清单导出时已经过去,之后办的案件不会再改变它;所以下面的差异只能来自补录、改动或消失的案件,不是新的工作。上诉和二审情况两边都按已载入的全部数据计算。`,
    en: `Both lists are asked for ${days}. These days were over when the older list was made, and work done since cannot change them; so what differs below comes from late entries, edits or vanished cases. Appeals are taken from everything that is loaded, for both.`,
  }),
  noneMoved: (count: number): Bilingual => ({
    zh: `${count} 项指标两份清单算出来完全相同。`,
    en: `All ${count} metrics are the same by both lists.`,
  }),
  someMoved: (moved: number, count: number): Bilingual => ({
    zh: `${count} 项指标中有 ${moved} 项不同,其余相同或无法计算。`,
    en: `${moved} of ${count} metrics differ; the others are the same or cannot be computed.`,
  }),
  noDay: {
    zh: '旧清单没有可用的立案或结案日期,无法确定比较的期间。',
    en: 'The older list has no usable filing or closing date, so there is no period to compare.',
  },
  metric: { zh: '指标', en: 'Metric' },
  by: (list: string): Bilingual => ({ zh: `按${list}`, en: `by the ${list.toLowerCase()}` }),
  shift: { zh: '差异', en: 'Difference' },
  span: { zh: '比较期间', en: 'Period compared' },
  yearToDate: { zh: '旧清单最后一天所在的年度', en: "the year of the older list's last day" },
  everything: { zh: '数据开始以来', en: 'since the data begin' },
  fewer: { zh: '只看件数', en: 'counts only' },
  history: { zh: '较旧清单中的这一案件', en: 'This case in older lists' },
  historyRow: (file: string, row: number, day: string | null): Bilingual => ({
    zh: `${file} 第 ${row} 行${day === null ? '' : `(清单截至${day})`}`,
    en: `${file}, row ${row}${day === null ? '' : ` (list to ${day})`}`,
  }),
  historySame: { zh: '与后来的一行相同', en: 'the same as the row that followed' },
};

/** Names of the ties between an enforcement and the case it came from. */
export const ENFORCEMENT_TIES = {
  basis: { zh: '执行依据', en: 'Judgment enforced' },
  first: { zh: '首次执行', en: 'First enforcement' },
  enforcement: { zh: '执行', en: 'Enforcement' },
} satisfies Record<string, Bilingual>;
