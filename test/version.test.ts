import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { readVersion } from '../src/version';

const ROOT = join(__dirname, '..');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'version-'));
  writeFileSync(join(folder, 'package.json'), '{ "version": "1.2.3" }');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

it('is the version in package.json with the revision of the build', () => {
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist', 'build.json'), '{ "stamp": "", "revision": "1a2b3c4" }');

  expect(readVersion(folder)).toEqual({ version: '1.2.3', revision: '1a2b3c4' });
});

it('has no revision without a build', () => {
  expect(readVersion(folder)).toEqual({ version: '1.2.3', revision: null });
});

it('is in the changelog', () => {
  const changelog = readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8');

  expect(changelog).toContain(`\n## [${readVersion().version}]`);
});
