import { z } from 'zod';

/** Writes a value into a button or a view, and reads it back: both sides share one schema. */
export interface JsonCodec<T> {
  readonly encode: (value: T) => string;
  /** The value; undefined where the text holds something else. */
  readonly decode: (text: string | undefined) => T | undefined;
}

/** A codec between JSON and the value that a schema describes. */
export function jsonCodec<S extends z.ZodType>(schema: S): JsonCodec<z.output<S>> {
  return {
    encode: (value) => JSON.stringify(value),
    decode(text) {
      if (text === undefined) return undefined;
      try {
        return schema.safeParse(JSON.parse(text)).data;
      } catch {
        return undefined;
      }
    },
  };
}
