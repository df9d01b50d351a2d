import type { Confidence, Label } from './label.ts';

/** First characters of 法院代字: one per high court. 兵 (兵团分院) is a prefix of its own beside 新, 军 that of the military courts. */
export const COURT_PREFIX_LABELS: Readonly<Record<string, Label>> = {
  京: { zh: '北京', en: 'Beijing' },
  津: { zh: '天津', en: 'Tianjin' },
  冀: { zh: '河北', en: 'Hebei' },
  晋: { zh: '山西', en: 'Shanxi' },
  内: { zh: '内蒙古', en: 'Inner Mongolia' },
  辽: { zh: '辽宁', en: 'Liaoning' },
  吉: { zh: '吉林', en: 'Jilin' },
  黑: { zh: '黑龙江', en: 'Heilongjiang' },
  沪: { zh: '上海', en: 'Shanghai' },
  苏: { zh: '江苏', en: 'Jiangsu' },
  浙: { zh: '浙江', en: 'Zhejiang' },
  皖: { zh: '安徽', en: 'Anhui' },
  闽: { zh: '福建', en: 'Fujian' },
  赣: { zh: '江西', en: 'Jiangxi' },
  鲁: { zh: '山东', en: 'Shandong' },
  豫: { zh: '河南', en: 'Henan' },
  鄂: { zh: '湖北', en: 'Hubei' },
  湘: { zh: '湖南', en: 'Hunan' },
  粤: { zh: '广东', en: 'Guangdong' },
  桂: { zh: '广西', en: 'Guangxi' },
  琼: { zh: '海南', en: 'Hainan' },
  渝: { zh: '重庆', en: 'Chongqing' },
  川: { zh: '四川', en: 'Sichuan' },
  贵: { zh: '贵州', en: 'Guizhou' },
  黔: { zh: '贵州', en: 'Guizhou' },
  云: { zh: '云南', en: 'Yunnan' },
  滇: { zh: '云南', en: 'Yunnan' },
  藏: { zh: '西藏', en: 'Tibet' },
  陕: { zh: '陕西', en: 'Shaanxi' },
  甘: { zh: '甘肃', en: 'Gansu' },
  青: { zh: '青海', en: 'Qinghai' },
  宁: { zh: '宁夏', en: 'Ningxia' },
  新: { zh: '新疆', en: 'Xinjiang' },
  兵: { zh: '新疆生产建设兵团', en: 'Xinjiang Production and Construction Corps' },
  军: { zh: '军事法院', en: 'military courts' },
};

export const COURT_PREFIXES: readonly string[] = Object.keys(COURT_PREFIX_LABELS);

export type CourtTier = '最高' | '高级' | '中级' | '基层' | '专门';

/** A 法院代字 taken apart. */
export interface CourtCode {
  readonly code: string;
  readonly prefix: string;
  readonly province: Label;
  readonly tier: CourtTier;
  /** The court above: 兵0201 → 兵02 → 兵 → 最高法; null for 最高法. 兵 never leads to 新. */
  readonly parentCode: string | null;
}

const SUPREME: Label = { zh: '最高人民法院', en: "Supreme People's Court" };

/** 专门法院 have two digits from 71 up (71 铁路, 72 海事, 73 知识产权, 74 金融; general knowledge, high), except in 兵. */
const FIRST_SPECIALISED = 71;
const LAST_SPECIALISED = 79;

/** The parts of a 法院代字, or null where it is none. */
export function parseCourtCode(code: string): CourtCode | null {
  if (code === '最高法') return { code, prefix: code, province: SUPREME, tier: '最高', parentCode: null };
  if (code === '最高法知' || code === '知') {
    return { code, prefix: code, province: SUPREME, tier: '最高', parentCode: '最高法' };
  }
  const prefix = code.slice(0, 1);
  const province = Object.hasOwn(COURT_PREFIX_LABELS, prefix) ? COURT_PREFIX_LABELS[prefix] : undefined;
  if (province === undefined || !/^(\d{2}|\d{4})?$/.test(code.slice(1))) return null;
  if (code.length === 1) return { code, prefix, province, tier: '高级', parentCode: '最高法' };
  const middle = Number(code.slice(1, 3));
  if (code.length === 5) return { code, prefix, province, tier: '基层', parentCode: code.slice(0, 3) };
  const isSpecialised = prefix !== '兵' && middle >= FIRST_SPECIALISED && middle <= LAST_SPECIALISED;
  return { code, prefix, province, tier: isSpecialised ? '专门' : '中级', parentCode: prefix };
}

/** The high court of a code (兵0201 → 兵, 新2824 → 新), or null for 最高法 and for text that is no code. */
export function highCourtOf(code: string): string | null {
  const court = parseCourtCode(code);
  return court === null || court.tier === '最高' ? null : court.prefix;
}

/** Name of a court by its code, with how sure it is. Editable: a court's own list overrides it. */
export interface KnownCourt {
  readonly code: string;
  readonly name: string;
  readonly confidence: Confidence;
}

/** 师 other than the eighth, by the pattern of 兵08; medium confidence. */
const DIVISIONS = [
  ['01', '一'],
  ['02', '二'],
  ['03', '三'],
  ['04', '四'],
  ['05', '五'],
  ['06', '六'],
  ['07', '七'],
  ['09', '九'],
  ['10', '十'],
  ['12', '十二'],
  ['13', '十三'],
  ['14', '十四'],
] as const;

/** domain.md §4.2. 兵02xx basic courts are left out on purpose: no public list was found. */
export const KNOWN_COURTS: readonly KnownCourt[] = [
  { code: '最高法', name: '最高人民法院', confidence: 'high' },
  { code: '最高法知', name: '最高人民法院知识产权法庭', confidence: 'high' },
  { code: '京01', name: '北京市第一中级人民法院', confidence: 'published' },
  { code: '沪01', name: '上海市第一中级人民法院', confidence: 'published' },
  { code: '粤03', name: '广东省深圳市中级人民法院', confidence: 'published' },
  { code: '鲁02', name: '山东省青岛市中级人民法院', confidence: 'published' },
  { code: '京73', name: '北京知识产权法院', confidence: 'published' },
  { code: '粤73', name: '广州知识产权法院', confidence: 'published' },
  { code: '沪74', name: '上海金融法院', confidence: 'high' },
  { code: '京0491', name: '北京互联网法院', confidence: 'published' },
  { code: '沪0115', name: '上海市浦东新区人民法院', confidence: 'published' },
  { code: '粤0304', name: '广东省深圳市福田区人民法院', confidence: 'published' },
  { code: '粤0904', name: '广东省茂名市电白区人民法院', confidence: 'published' },
  { code: '皖1722', name: '安徽省石台县人民法院', confidence: 'published' },
  { code: '黔0330', name: '贵州省习水县人民法院', confidence: 'high' },
  { code: '新31', name: '新疆维吾尔自治区喀什地区中级人民法院', confidence: 'published' },
  { code: '新3125', name: '新疆维吾尔自治区莎车县人民法院', confidence: 'published' },
  { code: '新2824', name: '新疆维吾尔自治区若羌县人民法院', confidence: 'high' },
  { code: '川1622', name: '四川省武胜县人民法院', confidence: 'high' },
  { code: '兵', name: '新疆维吾尔自治区高级人民法院生产建设兵团分院', confidence: 'published' },
  { code: '兵08', name: '新疆生产建设兵团第八师中级人民法院', confidence: 'published' },
  { code: '兵9001', name: '石河子市人民法院', confidence: 'medium' },
  ...DIVISIONS.map(([number, name]) => ({
    code: `兵${number}`,
    name: `新疆生产建设兵团第${name}师中级人民法院`,
    confidence: 'medium' as const,
  })),
];
