import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { parseAllDocuments } from 'yaml';

const ROOT = join(__dirname, '..', '..');
const MANIFEST = readFileSync(join(ROOT, 'deploy', 'kubernetes.yml'), 'utf8');
const MODULES: Readonly<Record<string, string>> = { Deployment: 'apps/v1', Service: 'core/v1' };
const folder = mkdtempSync(join(tmpdir(), 'program-route-deploy-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What the types of Kubernetes' API say against a manifest; they are made from its OpenAPI document. */
function faultsOf(manifest: string): string[] {
  const lines = parseAllDocuments(manifest).map((document, at) => {
    const object = document.toJS() as { kind: string };
    const module = join(
      ROOT,
      'node_modules',
      'kubernetes-types',
      MODULES[object.kind] ?? 'unknown',
    );
    const type = `import(${JSON.stringify(module)}).${object.kind}`;
    return `export const object${at}: ${type} = ${JSON.stringify(object, null, 1)};`;
  });
  const file = join(folder, 'manifest.ts');
  writeFileSync(file, lines.join('\n'));
  const options = { strict: true, noEmit: true, types: [], skipLibCheck: true };
  const program = ts.createProgram([file], options);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

describe('the manifest for Kubernetes', () => {
  it('fits the API', () => {
    expect(faultsOf(MANIFEST)).toEqual([]);
  }, 60_000);

  it.each([
    ['replicas: 3', 'replicas: three'],
    ['readinessProbe:', 'readynessProbe:'],
    ['containerPort: 3000', 'containerPort: http'],
  ])(
    'would not fit with a fault such as %j -> %j',
    (right, wrong) => {
      expect(MANIFEST).toContain(right);
      expect(faultsOf(MANIFEST.replace(right, wrong))).not.toEqual([]);
    },
    60_000,
  );

  it('asks for what the bot answers', () => {
    const { spec } = parseAllDocuments(MANIFEST)[0]?.toJS() as {
      spec: { template: { spec: { containers: Record<string, { httpGet: { path: string } }>[] } } };
    };
    const [container = {}] = spec.template.spec.containers;
    const paths = ['startupProbe', 'livenessProbe', 'readinessProbe'].map(
      (probe) => container[probe]?.httpGet.path,
    );

    expect(paths).toEqual(['/healthz', '/healthz', '/readyz?except=store,slack']);
  });
});

it('the Dockerfile copies what there is, and what .dockerignore lets through', () => {
  const dockerfile = readFileSync(join(ROOT, 'Dockerfile'), 'utf8');
  const allowed = readFileSync(join(ROOT, '.dockerignore'), 'utf8');
  const sources = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(
    ([, names = '']) => names.split(' '),
  );

  expect(sources).toContain('src');
  for (const source of sources) {
    expect(existsSync(join(ROOT, source))).toBe(true);
    expect(allowed).toMatch(new RegExp(`^!${source}$`, 'm'));
  }
});
