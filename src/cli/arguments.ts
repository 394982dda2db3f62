import { parseArgs, type ParseArgsConfig } from 'node:util';

/** A command was called with unknown or missing arguments. Exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The usage was requested with `--help`. Exit status 0. */
export class HelpRequest extends Error {
  override readonly name = 'HelpRequest';
}

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<O extends Options> = ReturnType<
  typeof parseArgs<{ options: O; allowPositionals: true; strict: true }>
>;

/**
 * Reads a command's arguments.
 *
 * @throws UsageError naming the argument, with the command's usage
 */
export function readArguments<O extends Options>(options: O, usage: string): Parsed<O> {
  if (process.argv.slice(2).some((argument) => argument === '--help' || argument === '-h')) {
    throw new HelpRequest(`Usage: ${usage}`);
  }
  try {
    return parseArgs({ options, allowPositionals: true, strict: true });
  } catch (error) {
    const [reason] = (error as Error).message.split('. ');
    throw new UsageError(`${reason ?? 'The arguments are invalid'}.\nUsage: ${usage}`);
  }
}
