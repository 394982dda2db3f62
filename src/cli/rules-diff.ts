import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { openTexts, type OpenRuleBook, type ReadRules } from '../loader/open-rule-book';
import { casesOfExamples, casesOfQuestions, type QuestionFile } from '../tools/rules-diff/cases';
import { differenceMarkdown, type RulesDifference } from '../tools/rules-diff/markdown';
import { findRouteChanges } from '../tools/rules-diff/route-changes';
import { findTextChanges } from '../tools/rules-diff/text-changes';
import { parseQuestions } from '../tools/evaluation/questions';
import type { PlacedExample } from '../rule-book/labelled-examples';
import { parseRules } from '../rule-book/load';
import { readRulesFolder } from '../rule-book/read-folder';
import { readArguments, UsageError } from './arguments';
import { rulesAtRevision } from './rules-at-revision';
import { RULES, runCommand, tell } from './run-command';

const USAGE = 'npm run --silent rules:diff -- --base REV [--json] [--rules DIR]';
const OPTIONS = {
  base: { type: 'string' },
  json: { type: 'boolean', default: false },
  rules: { type: 'string' },
} as const;
/** Questions that authors of rules must not read (eval/README.md). */
const KEPT_APART = /^unseen/;

void runCommand(() => {
  const { values, positionals } = readArguments(OPTIONS, USAGE);
  const { base } = values;
  if (base === undefined || base === '' || positionals.length > 0) {
    throw new UsageError(`Specify --base: a branch, a tag or a commit.\nUsage: ${USAGE}`);
  }
  const folder = resolve(values.rules ?? RULES);
  const before = rulesAtRevision(folder, base);
  const difference = compareRules(
    { base, questions: readQuestionFiles(join(dirname(folder), 'eval')) },
    { folder: `${basename(folder)}@${base.replaceAll('/', '-')}`, texts: before },
    { folder, texts: readRulesFolder(folder) },
  );
  const output = values.json ? JSON.stringify(difference, null, 2) : differenceMarkdown(difference);
  process.stdout.write(`${output}\n`);
  return 0;
});

interface With {
  readonly base: string;
  readonly questions: readonly QuestionFile[];
}

function compareRules(
  { base, questions }: With,
  old: ReadRules,
  fresh: ReadRules,
): RulesDifference {
  const before = open(old);
  const after = open(fresh);
  const cases = [
    ...casesOfQuestions(questions),
    ...casesOfExamples(before.examples, after.examples),
  ];
  return {
    base,
    versions: { before: before.book.version, after: after.book.version },
    ...findRouteChanges(cases, before.router, after.router),
    texts: findTextChanges(before.book, after.book),
  };
}

function open(rules: ReadRules): OpenRuleBook & { readonly examples: readonly PlacedExample[] } {
  const { examples } = parseRules(rules.folder, rules.texts);
  return { ...openTexts(rules, { tell }), examples };
}

/** The labeled questions beside a folder of rules, if there are any. */
function readQuestionFiles(folder: string): QuestionFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => ({
      questions: parseQuestions(readFileSync(join(folder, name), 'utf8')),
      hidden: KEPT_APART.test(name),
    }));
}
