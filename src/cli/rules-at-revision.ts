import { execFileSync } from 'node:child_process';
import { compare } from '../rule-book/problem';
import { isRuleFile, type RuleText } from '../rule-book/read-folder';
import { InputError } from './run-command';

/** The largest rule file to read from a revision, in bytes. */
const LONGEST = 64_000_000;

/**
 * Reads a folder of rules at a revision, without changing the work tree.
 *
 * @param folder the current folder, inside a git repository
 * @param revision a branch, a tag or a commit
 * @throws InputError outside a git repository, for an unknown revision, and if the folder did not exist at the revision
 */
export function rulesAtRevision(folder: string, revision: string): RuleText[] {
  const git = (...args: readonly string[]): string => runGit(folder, args);
  if (attempt(() => git('rev-parse', '--is-inside-work-tree')) === undefined) {
    throw new InputError(
      `"${folder}" is not in a git repository, so there is nothing to compare with.`,
    );
  }
  const commit = attempt(() =>
    git('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`),
  )?.trim();
  if (commit === undefined) {
    throw new InputError(
      `Unknown revision "${revision}". Specify a branch, a tag or a commit, such as main. In a shallow clone, run "git fetch --unshallow" first.`,
    );
  }
  const texts = git('ls-tree', '-r', '-z', '--name-only', commit)
    .split('\0')
    .filter(isRuleFile)
    .sort(compare)
    .map((path) => ({ path, text: git('show', `${commit}:./${path}`) }));
  if (texts.length > 0) return texts;
  throw new InputError(`The revision "${revision}" has no rules in "${folder}".`);
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
    throw new InputError('git is not installed. Install git, then run this command again.');
  }
}
