/** A SQL identifier in double quotes. */
export function quoteName(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}

/**
 * A SQL literal for `value`. DuckDB knows no backslash escapes in '…', so doubling the quote is complete; a NUL cannot
 * stand in a literal and is removed.
 */
export function quoteLiteral(value: string | number | boolean | null): string {
  if (value === null) return 'NULL';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return 'NULL';
    return Number.isInteger(value) ? value.toFixed(0) : `${value.toString()}::DOUBLE`;
  }
  return `'${value.replaceAll('\0', '').replaceAll("'", "''")}'`;
}
