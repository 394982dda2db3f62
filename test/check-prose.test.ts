import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';

const SCRIPT = join(__dirname, '..', 'scripts', 'check-prose.mjs');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'prose-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function check(name: string, text: string): { status: number | null; out: string } {
  const file = join(folder, name);
  writeFileSync(file, text);
  const { status, stdout } = spawnSync(process.execPath, [SCRIPT, file], { encoding: 'utf8' });
  return { status, out: stdout };
}

it.each([
  ['page.md', 'One.\n\nYou shall read this.\n', 3],
  ['comment.ts', '/** One. */\n// You shall read this.\nexport {};\n', 2],
  ['message.ts', "export const SAY =\n  'You shall read this.';\n", 2],
  ['template.ts', 'export const say = (a: string) =>\n  `${a}, you shall read this.`;\n', 2],
  ['page.tsx', 'export const A = () => (\n  <p>\n    You shall read this.\n  </p>\n);\n', 3],
  ['style.css', 'a {}\n/* You shall read this. */\n', 2],
  ['texts.yml', 'a: One\nb: You shall read this.\n', 2],
])('finds a word to avoid in %s', (name, text, line) => {
  const { status, out } = check(name, text);

  expect(status).toBe(1);
  expect(out).toContain(`${name}:${line} "shall": use "must"`);
});

it.each([
  ['code.md', '```text\nshall\n```\n\n`shall` [a](shall)\n\n> You shall see.\n'],
  ['code.ts', "import 'shall';\nexport const shall = 'shall';\n"],
  ['good.ts', '/** You must read this. */\nexport {};\n'],
])('finds nothing in %s', (name, text) => {
  expect(check(name, text)).toMatchObject({ status: 0 });
});
