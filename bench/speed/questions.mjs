import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PROJECT } from '../../scripts/freshness.mjs';

const require = createRequire(import.meta.url);

/** A compiled module of ours, by its path in `dist`. */
export function ours(path) {
  return require(join(PROJECT, 'dist', path));
}

export const RULES = join(PROJECT, 'rules');

/** The labeled questions, as the bot receives them. */
export function readQuestions() {
  const { parseQuestions } = ours('tools/evaluation/questions.js');
  return parseQuestions(readFileSync(join(PROJECT, 'eval', 'questions.jsonl'), 'utf8'));
}

/** Emails of so many characters: real letters, one after the other, each time beginning with another one. */
export function longEmails(length) {
  const letters = readQuestions()
    .filter(({ surface }) => surface === 'shortcut')
    .map(({ text }) => text);
  return letters.map((_, first) => {
    let email = '';
    for (let at = first; email.length < length; at += 1)
      email += `${letters[at % letters.length]}\n\n`;
    return email.slice(0, length);
  });
}
