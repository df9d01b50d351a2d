import type { RefusedFile } from '../ingest/export-file.ts';
import type { ListReading } from '../ingest/list-doubts.ts';
import type { ImportMode, ImportOutcome, SourceFile } from './dataset-ports.ts';

/** What was said of the files of an import while they were read. */
export class ReadFiles {
  #refused: readonly RefusedFile[] = $state.raw([]);
  #readings: readonly ListReading[] = $state.raw([]);
  #left: readonly SourceFile[] = $state.raw([]);

  /** Files of the last import that could not be read, each with one sentence. */
  get refused(): readonly RefusedFile[] {
    return this.#refused;
  }

  /** How every list that is loaded was read, for those that were read here. */
  get readings(): readonly ListReading[] {
    return this.#readings;
  }

  /** Files of the last import of which at least a part was refused. */
  get left(): readonly SourceFile[] {
    return this.#left;
  }

  /** Notes what could not be read of `files`. */
  refuse(files: readonly SourceFile[], refused: readonly RefusedFile[]): void {
    this.#refused = refused;
    this.#left = files.filter(({ name }) =>
      refused.some((fault) => fault.name === name || fault.name.startsWith(`${name} › `)),
    );
  }

  /** Notes how the lists that are loaded now were read. */
  read(mode: ImportMode, { readings = [] }: ImportOutcome): void {
    this.#readings = mode === 'add' ? [...this.#readings, ...readings] : readings;
  }

  /** Whether nothing of the file was refused. */
  isWhole({ name }: SourceFile): boolean {
    return !this.#refused.some((fault) => fault.name === name);
  }
}
