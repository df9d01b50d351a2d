/** The traditional characters of labels, closings and procedures, each above its simplified one. No dictionary of the language. */
const TRADITIONAL =
  '號結經辦審級適組織門類訴訟標額數屆滿當實際執請長稱減處據擔續調決駁終畢發轄維撥獨議簡時間單員書記領屬務裏現況舉願從內業歸並變銷誤關聯係統計總證財產訂為與準許認確託轉評貼賠償個種還進過達協備註雙開閉萬億圓應該區縣師廳團陳狀態專嚴歷錄報動爭糾紛買賣債離貸險車傷竊詐騙勞損繼權違約優監識試';
const SIMPLIFIED =
  '号结经办审级适组织门类诉讼标额数届满当实际执请长称减处据担续调决驳终毕发辖维拨独议简时间单员书记领属务里现况举愿从内业归并变销误关联系统计总证财产订为与准许认确托转评贴赔偿个种还进过达协备注双开闭万亿圆应该区县师厅团陈状态专严历录报动争纠纷买卖债离贷险车伤窃诈骗劳损继权违约优监识试';

const BY_SIGN: ReadonlyMap<string, string> = new Map([...TRADITIONAL].map((sign, i) => [sign, SIMPLIFIED[i] ?? sign]));
const ANY = new RegExp(`[${TRADITIONAL}]`, 'g');

/** 結案日期 -> 结案日期: the words of courts in one script; names are left to those who wrote them. */
export function toSimplified(text: string): string {
  return text.replace(ANY, (sign) => BY_SIGN.get(sign) ?? sign);
}
