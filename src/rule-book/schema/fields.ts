import { z } from 'zod';

/** An id in lowercase letters, digits and hyphens. */
export const id = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'use only lowercase letters, digits and hyphens')
  .describe('A short name in lowercase letters, digits and hyphens. Other files refer to it.');

/** A text that is not empty. */
export const text = z.string().trim().min(1, 'the text must not be empty');

export const texts = z.array(text);
export const ids = z.array(id);
