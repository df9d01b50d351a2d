/** Parties and those who act for them, and what tells where they live or how to reach them. */
const PERSONAL =
  /当事人|原告|被告|上诉人|申请人|被执行人|第三人|异议人|自诉人|被害人|罪犯|债权人|债务人|法定代表人|代理人|辩护人|律师|姓名|身份证|证件|电话|手机|联系方式|地址|住址|住所|户籍|银行卡|账号|plaintiff|defendant|part(?:y|ies)\b|claimant|applicant|respondent|lawyer|attorney|counsel|phone|address/i;

/** Whether a column of that label holds names or details of parties. Asked of columns that are taken for nothing else. */
export function isPersonalLabel(label: string): boolean {
  return PERSONAL.test(label.normalize('NFKC').replaceAll(/\s+/g, ''));
}
