import { foldCell, isPlaceholder, withoutSpaces } from './cell-text.ts';
import type { ColumnMapping } from './ingest-plan.ts';
import { labelKey } from './label-key.ts';

/** What a word says of a case. */
export type CaseStatus = 'closed' | 'open';

const LABEL =
  /^(?:案件)?(?:状态|进展|进展阶段|办理状态|审理状态|结案状态|当前状态|办案状态)(?:名称)?$|^是否(?:已)?(?:结案?|审结|办结)$|^(?:c?)(?:ajzt|ajjzjd|sfja)(?:mc)?$|^(?:case)?(?:status|state)$|^situac[aã]o$|^isclosed$/;
const CLOSED =
  /^(?:是|已?(?:结|结案|审结|办结|执结|报结|归档|生效|终本)|结案归档|1|y|yes|true)$|clos|dispos|terminat|resolved|extint|arquivad|encerrad|baixad|julgad/i;
const OPEN =
  /^(?:否|未(?:结|结案|审结|办结)|(?:正?在)(?:办|审|审理|执行)|(?:审理|执行|办理|立案|排期|分案|合议|送达|中止|暂停).{0,3}|0|n|no|false)$|pending|open|active|suspen|andamento|tramita|stay/i;
const MOST = 0.8;
/** Fewer rows than this share are slips, which 数据体检 finds one by one. */
const LEAST_CONFLICTS = 0.02;

/** Closed or open as a word of a column of states says it, in Chinese, English or Portuguese; null = it does not. */
export function parseStatus(text: string): CaseStatus | null {
  const word = withoutSpaces(foldCell(text));
  if (OPEN.test(word)) return 'open';
  return CLOSED.test(word) ? 'closed' : null;
}

/** Whether a column says of cases whether they are closed: by its label, and by most of its words. */
export function holdsStatus(label: string, texts: readonly string[]): boolean {
  if (!LABEL.test(labelKey(label))) return false;
  const filled = texts.filter((text) => foldCell(text) !== '' && !isPlaceholder(foldCell(text)));
  return filled.length > 0 && filled.filter((text) => parseStatus(text) !== null).length >= filled.length * MOST;
}

/** Rows in which a column of states and the closing date do not fit. */
export interface StatusConflict {
  readonly label: string;
  readonly closedWithoutDay: number;
  readonly openWithDay: number;
  readonly rows: number;
}

/** Where a list says in words which cases are closed, the first rows of which these words and the day of closing disagree; null = none. */
export function findStatusConflict(
  mapping: readonly ColumnMapping[],
  sample: readonly (readonly string[])[],
): StatusConflict | null {
  const day = mapping.find(({ target }) => target === 'resolved_on');
  const status = mapping.find(
    ({ target, label, index }) =>
      target === null &&
      holdsStatus(
        label,
        sample.map((row) => row[index] ?? ''),
      ),
  );
  if (day === undefined || status === undefined) return null;
  const states = sample.map((row) => ({
    state: parseStatus(row[status.index] ?? ''),
    hasDay: !isNoDay(row[day.index] ?? ''),
  }));
  const closedWithoutDay = states.filter(({ state, hasDay }) => state === 'closed' && !hasDay).length;
  const openWithDay = states.filter(({ state, hasDay }) => state === 'open' && hasDay).length;
  const { label } = status;
  return closedWithoutDay + openWithDay <= sample.length * LEAST_CONFLICTS
    ? null
    : { label, closedWithoutDay, openWithDay, rows: sample.length };
}

/** No date has fewer digits; zero dates and those of a case without end have them. */
function isNoDay(text: string): boolean {
  const plain = foldCell(text);
  return !/\d.*\d.*\d/.test(plain) || /^(?:0000|0001|1900|9999)/.test(plain);
}
