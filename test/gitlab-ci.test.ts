import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

const ROOT = join(__dirname, '..');

interface Job {
  readonly script: readonly string[];
  readonly rules?: readonly { readonly if: string }[];
  readonly variables?: Readonly<Record<string, string>>;
  readonly coverage?: string;
  readonly artifacts?: { readonly paths: readonly string[]; readonly expose_as: string };
}

const {
  workflow,
  default: common,
  ...jobs
} = parse(readFileSync(join(ROOT, '.gitlab-ci.yml'), 'utf8')) as Readonly<Record<string, Job>>;
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Readonly<Record<string, string>>;
};

/** Source: https://docs.gitlab.com/ci/yaml/, the keywords of a job that are used here. */
const KEYWORDS = ['artifacts', 'coverage', 'rules', 'script', 'variables'];

describe('the pipeline', () => {
  it('has three jobs, and only keywords that GitLab knows', () => {
    expect(Object.keys(workflow ?? {})).toEqual(['rules']);
    expect(Object.keys(common ?? {})).toEqual(['image']);
    expect(Object.keys(jobs)).toEqual(['check', 'coverage', 'rules-diff']);
    for (const job of Object.values(jobs)) {
      expect(KEYWORDS).toEqual(expect.arrayContaining(Object.keys(job)));
    }
  });

  it('runs what package.json has', () => {
    const named = Object.values(jobs)
      .flatMap(({ script }) => script)
      .flatMap((line) => /^npm (?:run (?:--silent )?)?(\S+)/.exec(line)?.[1] ?? []);

    expect(named).toEqual(['ci', 'test', 'ci', 'test:coverage', 'ci', 'rules:diff']);
    expect(Object.keys(scripts)).toEqual(
      expect.arrayContaining(['test', 'test:coverage', 'rules:diff']),
    );
  });

  it('runs every check', () => {
    expect(jobs['check']?.script).toEqual(['npm ci', 'npm test']);
  });

  it('finds the coverage in the output of Jest', () => {
    const pattern = new RegExp(jobs['coverage']?.coverage?.slice(1, -1) ?? '^$');

    // As the reporter "text-summary" prints it.
    expect(pattern.exec('Statements   : 91.23% ( 123/135 )')?.[1]).toBe('91.23');
  });

  it('keeps in a merge request what the command prints', () => {
    const job = jobs['rules-diff'];

    expect(job?.rules?.map((rule) => rule.if)).toEqual([
      '$CI_PIPELINE_SOURCE == "merge_request_event"',
    ]);
    expect(job?.script[1]).toBe(
      'npm run --silent rules:diff -- --base "$CI_MERGE_REQUEST_DIFF_BASE_SHA" > rules-diff.md',
    );
    expect(job?.artifacts?.paths).toEqual(['rules-diff.md']);
    // GitLab takes letters, digits, hyphens, underscores and spaces.
    expect(job?.artifacts?.expose_as).toMatch(/^[\w -]{1,100}$/);
    // A shallow clone would lack the commit to compare with.
    expect(job?.variables).toEqual({ GIT_DEPTH: '0' });
  });
});
