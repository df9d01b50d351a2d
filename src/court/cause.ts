import type { Confidence } from './label.ts';
import type { Matter } from './matter.ts';

/**
 * A 案由 in one spelling: half-width digits and brackets, Chinese commas, no whitespace, 纠纷 not doubled, several causes
 * joined by 、 in the order given, each once; without the code before it (9003.民间借贷纠纷). Empty text, -- and 无 are null.
 */
export function normalizeCause(text: string): string | null {
  const cleaned = text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]+/g, '')
    .replace(/^(?:\d{1,6}[-_.、:])+(?=[\u4e00-\u9fff])/, '')
    .replace(/(纠纷){2,}/g, '纠纷')
    .replace(/^[,;、。/|-]+|[,;、。/|-]+$/g, '');
  if (cleaned === '' || cleaned === '无' || cleaned.toLowerCase() === 'null') return null;
  // The mark 、 also stands inside one cause (生命权、健康权、身体权纠纷), so it does not part causes; , ; / | do.
  const causes = cleaned.split(/[,;|/]+/).filter((cause) => cause !== '');
  return [...new Set(causes)].join('、');
}

/** A top-level group of 最高法's lists of causes. */
export interface CauseGroup {
  readonly zh: string;
  readonly en: string;
  readonly matter: Matter;
  /** Whole causes in it, the common ones only: whatever is not listed has no group. */
  readonly causes: readonly string[];
  readonly confidence: Confidence;
}

const group = (matter: Matter, zh: string, en: string, causes: string): CauseGroup => ({
  matter,
  zh,
  en,
  causes: causes.split(' '),
  confidence: 'high',
});

/** 民事案件案由规定 (2020), 刑法 chapters, 行政案由; editable, general knowledge. */
export const CAUSE_GROUPS: readonly CauseGroup[] = [
  group(
    '民事',
    '人格权纠纷',
    'personality rights',
    '生命权、健康权、身体权纠纷 生命权纠纷 名誉权纠纷 肖像权纠纷 隐私权纠纷 一般人格权纠纷',
  ),
  group(
    '民事',
    '婚姻家庭、继承纠纷',
    'family and succession',
    '离婚纠纷 离婚后财产纠纷 抚养费纠纷 变更抚养关系纠纷 抚养纠纷 赡养纠纷 赡养费纠纷 扶养纠纷 婚约财产纠纷 同居关系纠纷 婚姻无效纠纷 撤销婚姻纠纷 确认收养关系纠纷 继承纠纷 法定继承纠纷 遗嘱继承纠纷 分家析产纠纷 探望权纠纷',
  ),
  group(
    '民事',
    '物权纠纷',
    'property',
    '所有权纠纷 物权保护纠纷 物权确认纠纷 返还原物纠纷 排除妨害纠纷 财产损害赔偿纠纷 相邻关系纠纷 共有纠纷 业主共有权纠纷 土地承包经营权纠纷',
  ),
  group(
    '民事',
    '合同、准合同纠纷',
    'contract',
    '合同纠纷 买卖合同纠纷 民间借贷纠纷 金融借款合同纠纷 借款合同纠纷 信用卡纠纷 房屋买卖合同纠纷 商品房销售合同纠纷 租赁合同纠纷 房屋租赁合同纠纷 建设工程合同纠纷 建设工程施工合同纠纷 承揽合同纠纷 定作合同纠纷 修理合同纠纷 运输合同纠纷 仓储合同纠纷 委托合同纠纷 服务合同纠纷 物业服务合同纠纷 供用热力合同纠纷 追偿权纠纷 不当得利纠纷 无因管理纠纷 确认合同效力纠纷 确认合同有效纠纷 确认合同无效纠纷 劳务合同纠纷 农村土地承包合同纠纷 合伙协议纠纷 合伙合同纠纷 债权转让合同纠纷 保证合同纠纷 赠与合同纠纷',
  ),
  group(
    '民事',
    '知识产权与竞争纠纷',
    'intellectual property and competition',
    '侵害商标权纠纷 著作权权属、侵权纠纷 侵害作品信息网络传播权纠纷 侵害外观设计专利权纠纷 侵害实用新型专利权纠纷 不正当竞争纠纷',
  ),
  group(
    '民事',
    '劳动争议、人事争议',
    'labour',
    '劳动争议 劳动合同纠纷 确认劳动关系纠纷 追索劳动报酬纠纷 工伤保险待遇纠纷 人事争议',
  ),
  group(
    '民事',
    '海事海商纠纷',
    'maritime',
    '海上、通海水域货物运输合同纠纷 海上、通海水域货运代理合同纠纷 海上、通海水域保险合同纠纷 海上、通海水域财产损害责任纠纷 船舶碰撞损害责任纠纷',
  ),
  group(
    '民事',
    '与公司、证券、保险、票据等有关的民事纠纷',
    'company, securities, insurance, bills',
    '保险纠纷 财产保险合同纠纷 财产损失保险合同纠纷 人身保险合同纠纷 意外伤害保险合同纠纷 保险人代位求偿权纠纷 股权转让纠纷 股东资格确认纠纷 票据追索权纠纷',
  ),
  group(
    '民事',
    '侵权责任纠纷',
    'tort',
    '侵权责任纠纷 机动车交通事故责任纠纷 产品责任纠纷 产品生产者责任纠纷 产品销售者责任纠纷 提供劳务者受害责任纠纷 医疗损害责任纠纷 监护人责任纠纷 物件损害责任纠纷 违反安全保障义务责任纠纷 触电人身损害责任纠纷 义务帮工人受害责任纠纷 饲养动物损害责任纠纷',
  ),
  group(
    '刑事',
    '危害公共安全罪',
    'public safety',
    '交通肇事 交通肇事罪 危险驾驶 危险驾驶罪 放火 放火罪 失火 失火罪 重大责任事故 重大责任事故罪 以危险方法危害公共安全 以危险方法危害公共安全罪',
  ),
  group(
    '刑事',
    '侵犯公民人身权利、民主权利罪',
    'the person',
    '故意杀人 故意杀人罪 故意伤害 故意伤害罪 过失致人死亡 过失致人死亡罪 过失致人重伤 过失致人重伤罪 强奸 强奸罪 非法拘禁 非法拘禁罪',
  ),
  group(
    '刑事',
    '侵犯财产罪',
    'property crime',
    '盗窃 盗窃罪 诈骗 诈骗罪 抢劫 抢劫罪 抢夺 抢夺罪 敲诈勒索 敲诈勒索罪 职务侵占 职务侵占罪 故意毁坏财物 故意毁坏财物罪',
  ),
  group(
    '刑事',
    '妨害社会管理秩序罪',
    'public order',
    '寻衅滋事 寻衅滋事罪 开设赌场 开设赌场罪 走私、贩卖、运输、制造毒品 走私、贩卖、运输、制造毒品罪 帮助信息网络犯罪活动 帮助信息网络犯罪活动罪 掩饰、隐瞒犯罪所得、犯罪所得收益罪 拒不执行判决、裁定罪',
  ),
  group(
    '刑事',
    '破坏社会主义市场经济秩序罪',
    'economic order',
    '保险诈骗 保险诈骗罪 信用卡诈骗罪 合同诈骗罪 非法吸收公众存款罪 非法经营罪 集资诈骗罪',
  ),
  group('刑事', '贪污贿赂罪', 'corruption', '贪污罪 受贿罪 行贿罪 挪用公款罪'),
  group(
    '行政',
    '行政行为',
    'administrative acts',
    '行政处罚 行政许可 行政强制 行政征收 行政征用 行政登记 行政确认 行政给付 行政裁决 行政协议 行政复议 行政赔偿 不履行法定职责 政府信息公开 其他行政行为',
  ),
];

/** A cause that is not counted among 可调案件, with how sure that is. Courts differ: editable. */
export interface UnmediableCause {
  readonly cause: string;
  readonly reason: string;
  readonly confidence: Confidence;
}

/** domain.md §2.4 (B): 确认合同效力, 婚姻效力, 身份关系. */
export const UNMEDIABLE_CAUSES: readonly UnmediableCause[] = [
  ...['确认合同效力纠纷', '确认合同有效纠纷', '确认合同无效纠纷'].map((cause) => ({
    cause,
    reason: '确认合同效力',
    confidence: 'medium' as const,
  })),
  ...['婚姻无效纠纷', '撤销婚姻纠纷'].map((cause) => ({ cause, reason: '婚姻效力', confidence: 'medium' as const })),
  ...['确认收养关系纠纷', '解除收养关系纠纷', '监护权纠纷'].map((cause) => ({
    cause,
    reason: '身份关系',
    confidence: 'medium' as const,
  })),
];
