import type { Bilingual } from './bilingual.ts';

/** What a list leaves out, by the kind of slice: its name, and why a figure is withheld. */
const SLICES: Readonly<Record<string, { readonly name: Bilingual; readonly why: Bilingual }>> = {
  'closed-only': {
    name: { zh: '只有已结案件', en: 'closed cases only' },
    why: {
      zh: '导入的是已结案件清单,没有未结案件,不能计算新收、未结和结案率;请另导入未结清单',
      en: 'The list holds closed cases only, so incoming, pending and closing rates cannot be known; import the list of pending cases as well',
    },
  },
  'closed-in-year': {
    name: { zh: '只有一年内结案的案件', en: 'closings of one year only' },
    why: {
      zh: '导入的是一年内的已结案件清单,没有未结案件和其他年度的结案,这项指标算不全;请另导入未结清单和其他年度的清单',
      en: 'The list holds the closings of one year only; import the list of pending cases and those of other years as well',
    },
  },
  'filed-in-year': {
    name: { zh: '只有一年内立案的案件', en: 'filings of one year only' },
    why: {
      zh: '导入的只有一年内立案的案件,没有以前立案的旧存,这项指标算不全;请导入包括旧存的清单',
      en: 'The list holds the filings of one year only and no older stock; import a list that includes the cases pending at its start',
    },
  },
  'filed-only': {
    name: { zh: '只有立案、没有结案', en: 'filings without closings' },
    why: {
      zh: '导入的清单没有任何结案日期,不知道哪些案件已结,不能计算结案和未结;请导入有结案日期的清单',
      en: 'The list has no closing dates at all, so what is closed and what is pending cannot be told; import a list with closing dates',
    },
  },
  'pending-only': {
    name: { zh: '只有未结案件', en: 'pending cases only' },
    why: {
      zh: '导入的是未结案件清单,没有已结案件,只能看清单截止日的未结;请另导入已结清单',
      en: 'The list holds pending cases only, so only the stock at its last day is known; import the list of closed cases as well',
    },
  },
};

const UNKNOWN = { zh: '清单不完整', en: 'an incomplete list' };

/** Why a figure is withheld where the data are a slice of `kind`, and what to import. */
export function sliceSentence(kind: string): Bilingual {
  return SLICES[kind]?.why ?? UNKNOWN;
}

/** The name of a kind of slice, as it follows the name of a court. */
export function sliceName(kind: string): Bilingual {
  return SLICES[kind]?.name ?? UNKNOWN;
}
