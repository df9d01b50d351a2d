import { UNMEDIABLE_CAUSES } from '../court/cause.ts';
import type { Bilingual } from '../text/bilingual.ts';

/** How sure a setting is: `published` = read in a source; the others are general knowledge (domain.md, tag mem). */
export type Confidence = 'published' | 'high' | 'medium' | 'low';

/** A list that a court may define otherwise: it stands here once, is shown beside the figure, and is in no formula. */
export interface Setting<Values extends readonly (string | number)[] = readonly (string | number)[]> {
  readonly label: Bilingual;
  readonly values: Values;
  readonly confidence: Confidence;
  readonly source: string;
}

function setting<const Values extends readonly (string | number)[]>(
  zh: string,
  en: string,
  values: Values,
  confidence: Confidence,
  source: string,
): Setting<Values> {
  return { label: { zh, en }, values, confidence, source };
}

/** Everything in the catalogue that a court may decide otherwise. Words are those of `court/`. */
export const CONFIGURATION = {
  nonTrialMatters: setting(
    '不计入审理天数和审限的条线',
    'Matters outside trial duration and time limits',
    ['执行', '破产', '保全', '调解', '司法救助', '司法制裁', '区际司法协助', '国际司法协助'],
    'high',
    'domain.md 2.3 (g)(h)',
  ),
  nonTrialLevels: setting(
    '不计入审理天数和审限的程序',
    'Proceedings outside trial duration and time limits',
    ['首次执行', '恢复执行', '执行审查', '保全', '诉前调解', '减刑假释', '非诉审查', '破产清算'],
    'high',
    'domain.md 2.3 (g)(h)',
  ),
  mediatedBuckets: setting(
    '计为调解的结案方式',
    'Closings that count as mediated',
    ['调解'],
    'published',
    'domain.md 2.4 R2',
  ),
  withdrawnBuckets: setting(
    '计为撤诉的结案方式',
    'Closings that count as withdrawn',
    ['撤诉'],
    'published',
    'domain.md 2.4 R2',
  ),
  grantedWithdrawals: setting('准予撤诉', 'Withdrawals granted', ['准予撤诉'], 'published', 'domain.md 5.1'),
  deemedWithdrawals: setting('按撤诉处理', 'Deemed withdrawals', ['按撤诉处理'], 'published', 'domain.md 5.1'),
  unmediableBuckets: setting(
    '不可调:结案方式',
    'Not open to mediation: closings',
    ['驳回起诉', '移送'],
    'medium',
    'domain.md 2.4 (B)',
  ),
  unmediableTypeCodes: setting(
    '不可调:类型代字',
    'Not open to mediation: type codes',
    ['民特', '民特监', '民催', '民督', '民督监', '民撤'],
    'medium',
    'domain.md 2.4 (B)',
  ),
  unmediableCauses: setting(
    '不可调:案由',
    'Not open to mediation: causes',
    UNMEDIABLE_CAUSES.map(({ cause }) => cause),
    'medium',
    'domain.md 2.4 (B)',
  ),
  alteredBuckets: setting(
    '计为改判的二审结果',
    'Appeal results that count as altered',
    ['改判'],
    'published',
    'domain.md 2.5',
  ),
  remandedBuckets: setting(
    '计为发回重审的二审结果',
    'Appeal results that count as remanded',
    ['发回'],
    'published',
    'domain.md 2.5 (2): 指令审理, 撤销并驳回起诉, 撤回起诉并撤销一审判决 and 二审调解 do not count',
  ),
  unstatedResultBuckets: setting(
    '未写明结果的二审结案方式',
    'Second-instance closings that do not tell the result',
    ['判决'],
    'high',
    'wenshu: 判决 in a second-instance row says the form, not whether the judgment stood',
  ),
  judgmentBuckets: setting('判决结案', 'Resolved by judgment', ['判决'], 'published', 'domain.md 2.5'),
  appealableBuckets: setting(
    '可以上诉的一审结案方式',
    'First-instance closings that can be appealed',
    ['判决', '驳回起诉'],
    'high',
    'domain.md 2.6; 民诉法 157, 171: judgments, and rulings not to accept or to dismiss',
  ),
  summaryProcedures: setting(
    '计为简易程序(含小额)',
    'Procedures that count as summary',
    ['简易程序', '小额诉讼程序'],
    'published',
    'domain.md 2.7 P23',
  ),
  smallClaimsProcedures: setting(
    '小额诉讼程序',
    'Small claims procedure',
    ['小额诉讼程序'],
    'published',
    'domain.md 2.7 P23',
  ),
  ordinaryProcedures: setting('普通程序', 'Ordinary procedure', ['普通程序'], 'published', 'domain.md 2.7 P20'),
  completedBuckets: setting('执行完毕', 'Enforcement completed', ['完毕'], 'medium', 'domain.md 1.2 #19'),
  terminatedBuckets: setting(
    '终结本次执行程序',
    'Enforcement terminated for now',
    ['终本'],
    'medium',
    'domain.md 1.2 #20',
  ),
  entryTypeCodes: setting(
    '案-件比的“案”',
    'Case-piece ratio: entries',
    ['刑初', '民初', '行初', '行赔初', '执'],
    'low',
    'domain.md 1.4: implied by published totals, lists unpublished',
  ),
  trialEntryTypeCodes: setting(
    '案-件比的“案”,不含执行',
    'Case-piece ratio: entries without enforcement',
    ['刑初', '民初', '行初', '行赔初'],
    'low',
    'domain.md 1.4: the narrower reading of the initial entries; lists unpublished',
  ),
  pieceTypeCodes: setting(
    '案-件比的“件”',
    'Case-piece ratio: proceedings',
    [
      '刑初',
      '刑终',
      '刑监',
      '刑申',
      '刑抗',
      '刑再',
      '民初',
      '民终',
      '民监',
      '民申',
      '民抗',
      '民再',
      '民辖终',
      '行初',
      '行终',
      '行监',
      '行申',
      '行抗',
      '行再',
      '行赔初',
      '行赔终',
      '行赔申',
      '行赔再',
      '执',
      '执恢',
      '执异',
      '执复',
      '执监',
    ],
    'low',
    'domain.md 1.2 #1, 1.4',
  ),
  longPendingMonths: setting(
    '长期未结的月数',
    'Months of long pending',
    [12, 18, 24, 36],
    'published',
    'domain.md 2.2 P1 R2 P7',
  ),
  balanceMonths: setting(
    '结案均衡度至少需要的完整月数',
    'Complete months needed for closing balance',
    [12],
    'medium',
    'domain.md 2.2',
  ),
} as const satisfies Record<string, Setting>;
