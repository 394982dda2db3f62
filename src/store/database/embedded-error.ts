/** A statement that the embedded database refused. */
export class EmbeddedError extends Error {
  override readonly name = 'EmbeddedError';
  constructor(
    message: string,
    /** SQLite's own, such as SQLITE_BUSY. */
    readonly code: string,
  ) {
    super(message);
  }
}
