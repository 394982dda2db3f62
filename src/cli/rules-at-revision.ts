import { execFileSync } from 'node:child_process';
import { compare } from '../rule-book/problem';
import { isRuleFile, type RuleText } from '../rule-book/read-folder';
import { InputError } from './run-command';

/** The longest rule file that a revision may hold, in bytes. */
const LONGEST = 64_000_000;

/**
 * Reads a folder of rules as it was at a revision, without touching the work tree.
 *
 * @param folder the folder as it is now, inside a git repository
 * @param revision a branch, a tag or a commit
 * @throws InputError outside git, for an unknown revision, and where the folder was not there yet
 */
export function rulesAtRevision(folder: string, revision: string): RuleText[] {
  const git = (...args: readonly string[]): string => runGit(folder, args);
  if (attempt(() => git('rev-parse', '--is-inside-work-tree')) === undefined) {
    throw new InputError(`"${folder}" lies in no git repository, so there is nothing to compare.`);
  }
  const commit = attempt(() =>
    git('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`),
  )?.trim();
  if (commit === undefined) {
    throw new InputError(
      `There is no revision "${revision}" here. Name a branch, a tag or a commit, such as main; a shallow clone may need "git fetch --unshallow".`,
    );
  }
  const texts = git('ls-tree', '-r', '-z', '--name-only', commit)
    .split('\0')
    .filter(isRuleFile)
    .sort(compare)
    .map((path) => ({ path, text: git('show', `${commit}:./${path}`) }));
  if (texts.length > 0) return texts;
  throw new InputError(`At "${revision}" there were no rules in "${folder}" yet.`);
}

function attempt(run: () => string): string | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof InputError) throw error;
    return undefined;
  }
}

function runGit(folder: string, args: readonly string[]): string {
  try {
    return execFileSync('git', ['-C', folder, ...args], {
      encoding: 'utf8',
      maxBuffer: LONGEST,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new InputError('git was not found. Install it, or run this where it is.');
  }
}
