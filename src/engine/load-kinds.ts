import type { LoadedConversion } from './load-conversions.ts';
import type { CaseNumberMaps } from './load-number-parts.ts';

/** The kinds of case that a list may hold: what its 案号 and its columns say, each on its own. */
export interface CaseKinds {
  readonly typeCodes: readonly string[];
  /** With null: not known. */
  readonly matters: readonly (string | null)[];
  readonly levels: readonly (string | null)[];
  readonly procedures: readonly (string | null)[];
}

/** Distinct values of type code, matter, level and procedure; they come from different columns, so every pair may occur. */
export function kindsOf(caseNumbers: CaseNumberMaps | null, conversions: readonly LoadedConversion[]): CaseKinds {
  const fromColumns = (column: string) =>
    conversions.flatMap(({ conversion, values }) =>
      conversion.outputs.flatMap((output, i) => (output.name === column ? (values[i] ?? []) : [])),
    );
  const parts = caseNumbers?.parts ?? [];
  const typeCodes = [...parts.map((part) => part.typeCode), ...fromColumns('type_code')];
  return {
    typeCodes: [...new Set(typeCodes.filter((code) => code !== null))],
    matters: [...new Set([null, ...parts.map((part) => part.matter), ...fromColumns('matter')])],
    levels: [...new Set([null, ...parts.map((part) => part.level), ...fromColumns('level')])],
    procedures: [...new Set([null, ...fromColumns('procedure')])],
  };
}

const KIND_OUTPUTS = ['type_code', 'matter', 'level'];

/** The conversions that can still add something: columns of kind are not joined where every 案号 tells the kind. */
export function usefulConversions(
  caseNumbers: CaseNumberMaps | null,
  conversions: readonly LoadedConversion[],
): readonly LoadedConversion[] {
  const isTold =
    caseNumbers?.isRegular === true &&
    caseNumbers.parts.every(({ matter, level }) => matter !== null && level !== null);
  return isTold
    ? conversions.filter(({ conversion }) => conversion.outputs.some(({ name }) => !KIND_OUTPUTS.includes(name)))
    : conversions;
}
