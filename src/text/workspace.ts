import type { Bilingual } from './bilingual.ts';

/** Data sets kept in this browser. */
export const WORKSPACE = {
  title: { zh: '保存在本浏览器的数据集', en: 'Data sets kept in this browser' },
  lead: {
    zh: '导入成功后原始文件自动保存在本机浏览器,下次打开直接载入。每次导入另存为一个数据集,原来的不动。',
    en: 'After an import the original files are kept in this browser and open again next time. Every import is a data set of its own; earlier ones are left alone.',
  },
  none: { zh: '还没有保存的数据集。', en: 'Nothing is kept yet.' },
  name: { zh: '名称', en: 'Name' },
  kept: { zh: '导入时间', en: 'Imported' },
  files: { zh: '文件', en: 'Files' },
  cases: { zh: '案件', en: 'Cases' },
  actions: { zh: '操作', en: 'Actions' },
  isOpen: { zh: '正在使用', en: 'in use' },
  open: { zh: '打开', en: 'Open' },
  rename: { zh: '改名', en: 'Rename' },
  save: { zh: '保存', en: 'Save' },
  remove: { zh: '删除', en: 'Delete' },
  newName: { zh: '数据集名称', en: 'Name of the data set' },
  countFiles: (n: number): Bilingual => ({ zh: `${n} 个`, en: n === 1 ? '1 file' : `${n} files` }),
  saving: { zh: '正在保存到本浏览器…', en: 'Keeping the files in this browser…' },
  keepNow: { zh: '再次尝试保存', en: 'Try to keep it again' },
  wipe: { zh: '清除本浏览器中的全部数据', en: 'Wipe everything from this browser' },
  wipeYes: { zh: '确认清除', en: 'Wipe it all' },
  removeYes: { zh: '确认删除', en: 'Delete it' },
  no: { zh: '不清除', en: 'Keep it' },
  keepIt: { zh: '不删除', en: 'Keep it' },
  wipeAsk: {
    zh: '将删除本产品在这个浏览器里保存的全部数据集、化名对照和设置,不能恢复。原始文件和办案系统不受影响。',
    en: 'Every data set, pseudonym list and setting that this product kept in this browser will be deleted for good. Your files and the case system are not touched.',
  },
  wiped: {
    zh: '已清除:本产品在这个浏览器里不再保存任何数据。浏览器自己的历史记录不在此列。',
    en: "Wiped: this product keeps nothing in this browser any more. The browser's own history is not included.",
  },
  removeAsk: (name: string): Bilingual => ({
    zh: `删除“${name}”?只删除浏览器里的副本,原始文件不受影响。`,
    en: `Delete "${name}"? Only the copy in this browser goes; your files are not touched.`,
  }),
  openHosted: (name: Bilingual): Bilingual => ({ zh: `改用“${name.zh}”`, en: `Open "${name.en}" instead` }),
  usingStored: (name: Bilingual): Bilingual => ({
    zh: `当前数据:“${name.zh}”,保存在本浏览器。`,
    en: `Open now: "${name.en}", kept in this browser.`,
  }),
  usingUnsaved: {
    zh: '当前数据没有保存,关闭页面后需要重新导入。',
    en: 'The data on screen are not kept; once the page is closed they have to be imported again.',
  },
  reopened: (name: Bilingual, createdAt: string): Bilingual => ({
    zh: `已打开上次保存的数据集“${name.zh}”(${createdAt} 导入)。`,
    en: `Opened the data set kept from before, "${name.en}" (imported ${createdAt}).`,
  }),
  keptToo: {
    zh: '已保存在本浏览器,下次打开自动载入。',
    en: 'Kept in this browser; it opens again next time.',
  },
};

/** Why something could not be kept or read back; what is on screen is never affected. */
export const WORKSPACE_FAULTS = {
  quota: {
    zh: '数据已导入,可以照常使用;但浏览器存储空间不足,没有保存,关闭页面后需要重新导入。请在“数据”页删除不用的数据集,再点“再次尝试保存”。',
    en: 'The data are imported and can be used, but the browser has no room left to keep them. Delete data sets you no longer need on the Data page, then try to keep it again.',
  },
  blocked: {
    zh: '这个浏览器不允许保存数据(可能是无痕模式,或被管理策略禁止)。导入照常可用,但关闭页面后需要重新导入。',
    en: 'This browser does not let pages keep data (private mode, or a policy). Importing works as usual, but has to be done again once the page is closed.',
  },
  unreadable: {
    zh: '数据已导入,但没有保存:原文件在读取后被移动、修改或占用。请关闭正在编辑它的程序,重新拖入一次。',
    en: 'The data are imported but not kept: the file was moved, changed or locked after it was read. Close the program that edits it and drop it again.',
  },
  lost: {
    zh: '上次保存的数据集打不开,已改为打开自带数据。请在“数据”页重试,或重新拖入原文件。',
    en: 'The data set kept from before could not be opened; the data that came with this site are shown. Try again on the Data page, or drop the files again.',
  },
} satisfies Record<string, Bilingual>;

export type WorkspaceFault = keyof typeof WORKSPACE_FAULTS;

/** Names replaced by pseudonyms. */
export const MASKING = {
  switchOn: { zh: '隐去法官姓名', en: "Hide judges' names" },
  switchOff: { zh: '恢复法官姓名', en: "Show judges' names" },
  judge: (code: string): Bilingual => ({ zh: `法官${code}`, en: `Judge ${code}` }),
  hidden: { zh: '(已隐去)', en: '(hidden)' },
};
