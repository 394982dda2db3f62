import { basename } from 'node:path';
import { buildRuleBook } from './build-rule-book';
import { checkExamples } from './check-examples';
import { checkReferences } from './check-references';
import { collectExamples, type PlacedExample } from './labelled-examples';
import { FaultyRulesError } from './faulty-rules';
import { parseFolder, type RuleFiles } from './parse-folder';
import { type Problem, sortProblems } from './problem';
import { hashTexts, readRulesFolder, type RuleText } from './read-folder';
import type { RuleBook } from './types';

/** A valid rule book with its examples and their places. */
export interface LoadedRules {
  readonly book: RuleBook;
  readonly examples: readonly PlacedExample[];
  /** The parsed files with the places of their values. */
  readonly files: RuleFiles;
}

/**
 * Reads and checks a folder of rules.
 *
 * @throws RulesFolderError where there is no such folder
 * @throws FaultyRulesError with every fault, if there is any
 */
export function loadRules(folder: string): LoadedRules {
  return parseRules(folder, readRulesFolder(folder));
}

/** Checks rule files that were already read. Throws the same errors as `loadRules`. */
export function parseRules(folder: string, texts: readonly RuleText[]): LoadedRules {
  const parsed = parseFolder(basename(folder), texts);
  if (parsed.files === null) throw new FaultyRulesError(sortProblems(parsed.problems));
  const examples = collectExamples(parsed.files);
  const problems = findFaults(parsed.files, examples);
  if (problems.length > 0) throw new FaultyRulesError(sortProblems(problems));
  const book = buildRuleBook(parsed.files, hashTexts(texts).slice(0, 12));
  return { book, examples, files: parsed.files };
}

function findFaults(files: RuleFiles, examples: readonly PlacedExample[]): Problem[] {
  return [...checkReferences(files), ...checkExamples(examples)];
}
