/** The engine could not take in the text of a file: it is not as clean as it looked, or not in the encoding it seemed to have. */
export class RawTextError extends Error {
  readonly file: string;

  constructor(file: string, cause: unknown) {
    super(`The engine could not read the text of ${file}`, { cause });
    this.name = 'RawTextError';
    this.file = file;
  }
}
