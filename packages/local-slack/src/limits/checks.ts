import { isObject, type JsonObject } from '../json';
import type { Place } from './place';

export type Check = (value: unknown, at: Place) => void;
type Fields = Record<string, Check>;

interface Range {
  readonly min?: number;
  readonly max?: number;
}

export function nameOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** A string within a length; Slack's own wording names the first length that is too long. */
export function string({ min = 0, max = Infinity }: Range = {}): Check {
  return (value, at) => {
    if (typeof value !== 'string') {
      at.report(`must provide a string, found ${nameOf(value)}`);
      return;
    }
    if (value.length < min) {
      at.report(`must be more than ${min - 1} characters, found ${value.length}`);
    }
    if (value.length > max) {
      at.report(`must be less than ${max + 1} characters, found ${value.length}`);
    }
  };
}

export function matching(pattern: RegExp, format: string): Check {
  return (value, at) => {
    if (typeof value !== 'string' || !pattern.test(value)) {
      at.report(`must be in the format ${format}, found ${JSON.stringify(value)}`);
    }
  };
}

export function integer({ min = -Infinity, max = Infinity }: Range = {}): Check {
  return (value, at) => {
    if (!Number.isInteger(value) || (value as number) < min || (value as number) > max) {
      at.report(`must be an integer from ${min} to ${max}, found ${JSON.stringify(value)}`);
    }
  };
}

export const boolean: Check = (value, at) => {
  if (typeof value !== 'boolean') at.report(`must provide a boolean, found ${nameOf(value)}`);
};

export function oneOf(...allowed: readonly string[]): Check {
  return (value, at) => {
    if (typeof value === 'string' && allowed.includes(value)) return;
    at.report(`must be one of ${allowed.join(', ')}, found ${JSON.stringify(value)}`);
  };
}

export function list(item: Check, { min = 0, max = Infinity }: Range = {}): Check {
  return (value, at) => {
    if (!Array.isArray(value)) {
      at.report(`must provide an array, found ${nameOf(value)}`);
      return;
    }
    if (value.length < min) {
      at.report(`no fewer than ${min} items allowed, found ${value.length}`);
    }
    if (value.length > max) {
      at.report(`no more than ${max} items allowed, found ${value.length}`);
    }
    value.forEach((entry: unknown, index) => {
      item(entry, at.at(index));
    });
  };
}

/** An object with these fields and no others; `type` is always allowed. */
export function shape(required: Fields, optional: Fields = {}): Check {
  const known: Fields = { ...required, ...optional };
  return (value, at) => {
    if (!isObject(value)) {
      at.report(`must provide an object, found ${nameOf(value)}`);
      return;
    }
    for (const field of Object.keys(required)) {
      if (value[field] === undefined) at.report(`missing required field: ${field}`);
    }
    for (const [field, entry] of Object.entries(value)) {
      checkField({ field, entry, check: own(known, field) }, at);
    }
  };
}

/** Foreign JSON may well have a field named `constructor`. */
function own(fields: Fields, name: string): Check | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

interface FieldEntry {
  readonly field: string;
  readonly entry: unknown;
  readonly check: Check | undefined;
}

function checkField({ field, entry, check }: FieldEntry, at: Place): void {
  // JSON.stringify drops undefined on the way to Slack, so it never counts as present.
  if (entry === undefined) return;
  if (check !== undefined) check(entry, at.at(field));
  else if (field !== 'type') at.report(`invalid additional property: ${field}`);
}

/** An object whose `type` picks the check; a type outside the table is a problem. */
export function byType(variants: Fields): Check {
  return (value, at) => {
    if (!isObject(value)) {
      at.report(`must provide an object, found ${nameOf(value)}`);
      return;
    }
    const check = own(variants, String(value['type']));
    if (check === undefined) reportType(value, { variants, at });
    else check(value, at);
  };
}

function reportType(value: JsonObject, { variants, at }: { variants: Fields; at: Place }): void {
  const allowed = Object.keys(variants).join(', ');
  at.at('type').report(`unsupported type: ${String(value['type'])}, allowed here: ${allowed}`);
}

export function all(...checks: readonly Check[]): Check {
  return (value, at) => {
    for (const check of checks) check(value, at);
  };
}

/** A rule across an object's fields, told as a sentence when it does not hold. */
export function rule(problem: string, holds: (value: JsonObject) => boolean): Check {
  return (value, at) => {
    if (isObject(value) && !holds(value)) at.report(problem);
  };
}
