import { name, raw, sql } from '../sql/fragment.ts';
import type { CaseNumberMaps } from './load-case-numbers.ts';
import type { LoadedConversion } from './load-conversions.ts';
import { distinctTexts } from './load-map.ts';
import type { LoadStep } from './load-request.ts';

/** The kinds of case that a list may hold: what its 案号 and its columns say, each on its own. */
export interface CaseKinds {
  readonly typeCodes: readonly string[];
  /** With null: not known. */
  readonly matters: readonly (string | null)[];
  readonly levels: readonly (string | null)[];
  readonly procedures: readonly (string | null)[];
}

/** Distinct values of type code, matter, level and procedure; they come from different columns, so every pair may occur. */
export async function kindsOf(step: LoadStep, caseNumbers: CaseNumberMaps | null, conversions: readonly LoadedConversion[]): Promise<CaseKinds> {
  const fromColumns = async (output: string) => {
    const texts: string[] = [];
    for (const { conversion, table } of conversions) {
      for (const [i, { name: column }] of conversion.outputs.entries()) {
        if (column !== output) continue;
        texts.push(...(await distinctTexts(step.engine.connector, sql`SELECT DISTINCT ${raw(`v${i}`)} FROM ${name(table)}`, step.signal)));
      }
    }
    return texts;
  };
  const parts = caseNumbers?.parts ?? [];
  const typeCodes = [...parts.map((part) => part.typeCode), ...(await fromColumns('type_code'))];
  return {
    typeCodes: [...new Set(typeCodes.filter((code) => code !== null))],
    matters: [...new Set([null, ...parts.map((part) => part.matter), ...(await fromColumns('matter'))])],
    levels: [...new Set([null, ...parts.map((part) => part.level), ...(await fromColumns('level'))])],
    procedures: [...new Set([null, ...(await fromColumns('procedure'))])],
  };
}
