import { z } from 'zod';

/** An id as files and other fields name it: small letters, digits and hyphens. */
export const id = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'an id has small letters, digits and hyphens only')
  .describe('A short name in small letters, digits and hyphens, by which other files call it.');

/** A text that is not empty. */
export const text = z.string().trim().min(1, 'this text must not be empty');

export const texts = z.array(text);
export const ids = z.array(id);
