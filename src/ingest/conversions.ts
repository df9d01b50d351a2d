import { findCaseNumber, normalizeCaseNumber, parseCaseNumber } from '../court/case-number.ts';
import { normalizeCause } from '../court/cause.ts';
import { findCaseType, parseLevel, parseMatter } from '../court/case-type.ts';
import { parseClosing } from '../court/closing.ts';
import { parseBench, parseProcedure } from '../court/procedure.ts';
import type { SqlType } from '../schema/columns.ts';
import type { ReasonId } from '../text/reasons.ts';
import { foldCell, isPlaceholder, withoutSpaces } from './cell-text.ts';
import { decideValue, USUAL_DECISIONS, type Decisions } from './decision.ts';
import type { ColumnMapping, Conversion } from './ingest-plan.ts';
import { amountUnit, parseAmount } from './parse-amount.ts';
import { parseDates } from './parse-date.ts';
import { parseDays, parseFlag, parseName, parseOfficeName } from './parse-plain.ts';
import { parseJudges } from './parse-judge.ts';
import { missing, noted, taken, type ParsedValue } from './parsed-value.ts';
import { CONSTANT_FIELDS, type ConstantField, type Profile } from './profile.ts';
import type { ReadingStyle } from './reading-style.ts';
import { TARGETS, type Target } from './target.ts';
import { assignedText, isAssigned, VALUE_FIELDS } from './value-assign.ts';

export interface ConversionContext {
  readonly asOf: string | null;
  readonly is1904: boolean;
  /** Yuan per unit that a line above the header names; absent = none does. */
  readonly titleUnit?: number | undefined;
  /** How the values of a column are read, by its 0-based place; absent = as its label and values tell. */
  readonly styleOf?: (index: number) => ReadingStyle;
  readonly values?: Profile['values'];
  readonly constants?: Profile['constants'];
  readonly decisions?: Decisions;
}

type Outputs = Readonly<Record<string, SqlType>>;
type Columns = ReadonlyMap<Target, ColumnMapping>;

/** Of two columns for one date the first that the file has is used, so that no figure mixes two meanings. */
const FALLBACKS: Readonly<Partial<Record<Target, readonly Target[]>>> = {
  received_on: ['filed_on'],
  reported_on: ['resolved_on'],
  judged_on: ['resolved_on', 'reported_on'],
};

/** The conversions of the columns that were recognised, in order of precedence; values given for the whole list come last. */
export function toConversions(columns: Columns, context: ConversionContext): Conversion[] {
  const own = TARGETS.flatMap((target) => {
    const column = columns.get(target);
    if (column === undefined || (FALLBACKS[target] ?? []).some((better) => columns.has(better))) return [];
    const conversion = toConversion(target, column, context);
    return conversion === null ? [] : [assigning(conversion, context.values)];
  });
  return [...own, ...toConstants(context.constants ?? {})];
}

/** Reads the texts that a person assigned to a value as that value; says so of each row. */
function assigning(conversion: Conversion, values: Profile['values'] = {}): Conversion {
  const field = VALUE_FIELDS.find((known) => known === conversion.target);
  const assignments = field === undefined ? undefined : values[field];
  if (assignments === undefined) return conversion;
  const nothing = conversion.outputs.map(() => null);
  return {
    ...conversion,
    parse: (raws) => {
      const texts = raws.map((raw) => assignedText(raw, assignments));
      const parsed = conversion.parse(texts.map((text) => text ?? ''));
      return raws.map((raw, i) => {
        const own = parsed[i] ?? taken(...nothing);
        if (!isAssigned(raw, assignments)) return own;
        return noted('value_assigned', 'converted', ...(texts[i] === null ? nothing : own.values));
      });
    },
  };
}

const TARGET_OF_CONSTANT = {
  court: 'court',
  matter: 'class',
  level: 'level',
  procedure: 'procedure',
  department: 'department',
} as const satisfies Readonly<Record<ConstantField, Target>>;

function toConstants(constants: Profile['constants']): Conversion[] {
  return CONSTANT_FIELDS.flatMap((field) => {
    const value = constants[field];
    if (value === undefined || value === '') return [];
    return [
      {
        index: -1,
        label: '',
        target: TARGET_OF_CONSTANT[field],
        outputs: [{ name: field, type: 'VARCHAR' as const }],
        isNumeric: false,
        constant: [value],
        parse: (raws: readonly string[]) => raws.map(() => taken(value)),
      },
    ];
  });
}

function toConversion(target: Target, { index, label }: ColumnMapping, context: ConversionContext): Conversion | null {
  const each = (outputs: Outputs, parse: (raw: string) => ParsedValue, isNumeric = false): Conversion => ({
    index,
    label,
    target,
    outputs: Object.entries(outputs).map(([name, type]) => ({ name, type })),
    isNumeric,
    parse: (raws) => raws.map(parse),
  });
  const style = context.styleOf?.(index) ?? {};
  const decisions = context.decisions ?? USUAL_DECISIONS;
  const { asOf, is1904 } = context;
  const date = (name: string, mayBeFuture = false): Conversion => ({
    ...each({ [name]: 'DATE' }, taken),
    parse: (raws) =>
      parseDates(raws, { asOf, is1904, mayBeFuture, style: style.date ?? 'auto' }).map((parsed) =>
        decideValue(parsed, decisions),
      ),
  });
  const unit = style.unit ?? amountUnit(label, context.titleUnit);
  const amount = () =>
    each({ [target]: 'DOUBLE' }, (raw) => parseAmount(raw, unit, style.number), unit === 1 && style.number !== 'comma');
  switch (target) {
    case 'case_no':
    case 'closing':
      return null;
    case 'type_code':
      return each({ type_code: 'VARCHAR', matter: 'VARCHAR', level: 'VARCHAR' }, parseTypeCode);
    case 'class':
      return each({ matter: 'VARCHAR', level: 'VARCHAR' }, (raw) => parseKind(raw, 'class_unknown'));
    case 'level':
      return each({ matter: 'VARCHAR', level: 'VARCHAR' }, (raw) => parseKind(raw, 'level_unknown'));
    case 'is_small_claims':
      return each({ procedure: 'VARCHAR' }, (raw) => {
        const flag = parseFlag(raw);
        return { ...flag, values: [flag.values[0] === 'true' ? '小额诉讼程序' : null] };
      });
    case 'procedure':
      return each({ procedure: 'VARCHAR' }, (raw) => parseWord(raw, parseProcedure, 'procedure_unknown'));
    case 'bench':
      return each({ bench: 'VARCHAR' }, (raw) => parseWord(raw, parseBench, 'bench_unknown'));
    case 'court':
    case 'department':
    case 'original_court':
      return each({ [target]: 'VARCHAR' }, parseOfficeName);
    case 'court_code':
      return each({ court_code: 'VARCHAR' }, parseOfficeName);
    case 'judge':
      return { ...each({ judge: 'VARCHAR' }, taken), parse: parseJudges };
    case 'cause':
    case 'cause_closed':
      return each({ cause: 'VARCHAR' }, parseCause);
    case 'filed_on':
    case 'received_on':
      return date('filed_on');
    case 'resolved_on':
    case 'reported_on':
    case 'judged_on':
      return date('resolved_on');
    case 'due_on':
      return date('due_on', true);
    case 'appealed_on':
    case 'next_filed_on':
    case 'next_resolved_on':
      return date(target);
    case 'extension_days':
    case 'deduction_days':
      return each({ [target]: 'INTEGER' }, (raw) => parseDays(raw, style.unit));
    case 'is_appealed':
    case 'is_in_court_judgment':
      return each({ [target]: 'BOOLEAN' }, parseFlag);
    case 'amount':
    case 'amount_applied':
    case 'amount_recovered':
      return amount();
    case 'original_case_no':
    case 'first_enforcement_no':
      return each({ original_case_key: 'VARCHAR' }, parseOriginal);
    case 'enforcement_basis':
      return each({ original_case_key: 'VARCHAR' }, parseBasis);
    case 'next_case_no':
      return each({ next_case_key: 'VARCHAR', next_type_code: 'VARCHAR', next_level: 'VARCHAR' }, parseNext);
    case 'next_closing':
      return each({ next_closing: 'VARCHAR', next_closing_bucket: 'VARCHAR' }, parseNextClosing);
  }
}

/** A Chinese cause in one spelling; any other text as it stands. */
function parseCause(raw: string): ParsedValue {
  const name = parseName(raw);
  return name.reason === null && /[\u4e00-\u9fff]/.test(raw) ? taken(normalizeCause(raw)) : name;
}

function parseTypeCode(raw: string): ParsedValue {
  const text = withoutSpaces(foldCell(raw));
  if (text === '') return taken(null, null, null);
  const type = findCaseType(text);
  return type === null
    ? missing(isPlaceholder(text) ? 'placeholder' : 'type_unknown')
    : taken(type.code, type.matter, type.level);
}

/** 民事案件, 民事一审, 一审: matter, level or both. */
function parseKind(raw: string, unknown: ReasonId): ParsedValue {
  const text = foldCell(raw);
  if (text === '') return taken(null, null);
  const type = findCaseType(withoutSpaces(text));
  const matter = type?.matter ?? parseMatter(text);
  const level = type?.level ?? parseLevel(text);
  if (matter === null && level === null) return missing(isPlaceholder(text) ? 'placeholder' : unknown);
  return taken(matter, level);
}

function parseWord(raw: string, parse: (text: string) => string | null, unknown: ReasonId): ParsedValue {
  const text = foldCell(raw);
  if (text === '') return taken(null);
  const value = parse(text);
  if (value !== null) return taken(value);
  return missing(isPlaceholder(text) ? 'placeholder' : unknown);
}

function parseOriginal(raw: string): ParsedValue {
  const text = foldCell(raw);
  if (text === '') return taken(null);
  if (isPlaceholder(text)) return missing('placeholder');
  const key = (parseCaseNumber(text) ?? findCaseNumber(text))?.key;
  return key === undefined ? noted('original_case_no_unparsable', 'noted', normalizeCaseNumber(text)) : taken(key);
}

/** What is enforced: mostly a judgment of a court; an award or a notarial deed has no 案号 and leads to no case. */
function parseBasis(raw: string): ParsedValue {
  const text = foldCell(raw);
  if (text === '') return taken(null);
  if (isPlaceholder(text)) return missing('placeholder');
  const number = parseCaseNumber(text) ?? findCaseNumber(text);
  const isOfCourt = number !== null && number.typeCode !== null;
  return isOfCourt ? taken(number.key) : noted('basis_not_a_case', 'noted', null);
}

function parseNext(raw: string): ParsedValue {
  const text = foldCell(raw);
  if (text === '') return taken(null, null, null);
  if (isPlaceholder(text)) return missing('placeholder');
  const number = parseCaseNumber(text) ?? findCaseNumber(text);
  return number === null
    ? noted('original_case_no_unparsable', 'noted', normalizeCaseNumber(text), null, null)
    : taken(number.key, number.typeCode, number.level);
}

function parseNextClosing(raw: string): ParsedValue {
  const text = foldCell(raw);
  if (text === '') return taken(null, null);
  if (isPlaceholder(text)) return missing('placeholder');
  const found = parseClosing(text, { matter: null, level: '二审' });
  return found === null ? noted('closing_unknown', 'noted', null, null) : taken(found.closing, found.bucket);
}
