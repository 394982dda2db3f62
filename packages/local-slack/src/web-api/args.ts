import { asString, type JsonObject } from '../json';
import { pointing } from './api-error';

export type Args = JsonObject;

export function optionalArg(args: Args, name: string): string | undefined {
  const value = asString(args[name]);
  return value === '' ? undefined : value;
}

export function requiredArg(args: Args, name: string): string {
  const value = optionalArg(args, name);
  if (value === undefined) {
    throw pointing('invalid_arguments', [
      `missing required field: ${name} [json-pointer:/${name}]`,
    ]);
  }
  return value;
}

/** Forms say true and 1, JSON says true. */
export function flagArg(args: Args, name: string): boolean {
  return [true, 'true', '1', 1].includes(args[name] as string);
}

export function numberArg(args: Args, name: string): number | undefined {
  const value = Number(args[name] ?? Number.NaN);
  return Number.isFinite(value) ? value : undefined;
}
