/** Says something on standard error that does not keep a command from its work. */
export function warn(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
