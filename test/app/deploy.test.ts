import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { parse } from 'yaml';
import { type PodSpec, restrictedFaults } from './pod-security';

const ROOT = join(__dirname, '..', '..');
const KUBERNETES = join(ROOT, 'deploy', 'kubernetes');
const MODULES: Readonly<Record<string, string>> = {
  Deployment: 'apps/v1',
  PodDisruptionBudget: 'policy/v1',
  Service: 'core/v1',
};
const OVERLAYS = ['http', 'socket'];
const folder = mkdtempSync(join(tmpdir(), 'program-route-deploy-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Kustomization {
  readonly apiVersion: string;
  readonly kind: string;
  readonly resources: readonly string[];
  readonly replicas?: readonly { readonly name: string; readonly count: number }[];
  readonly images?: readonly { readonly name: string }[];
}

function kustomization(place: string): Kustomization {
  return parse(readFileSync(join(place, 'kustomization.yml'), 'utf8')) as Kustomization;
}

/** The files of a kustomization and of those that it rests on. */
function filesOf(place: string): string[] {
  return kustomization(place).resources.flatMap((name) => {
    const path = join(place, name);
    return existsSync(join(path, 'kustomization.yml')) ? filesOf(path) : [path];
  });
}

function deployment(): {
  metadata: { name: string };
  spec: {
    template: {
      spec: PodSpec & { containers: { image: string; [probe: string]: unknown }[] };
    };
  };
} {
  return parse(readFileSync(join(KUBERNETES, 'base', 'deployment.yml'), 'utf8')) as ReturnType<
    typeof deployment
  >;
}

/** What the types of Kubernetes' API say against manifests; they are made from its OpenAPI document. */
function faultsOf(manifests: readonly string[]): string[] {
  const lines = manifests.map((manifest, at) => {
    const object = parse(manifest) as { kind: string };
    const name = MODULES[object.kind] ?? 'unknown';
    const module = join(ROOT, 'node_modules', 'kubernetes-types', name);
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

describe('the manifests for Kubernetes', () => {
  it.each(OVERLAYS)('fit the API in the overlay %s', (overlay) => {
    const files = filesOf(join(KUBERNETES, overlay));

    expect(faultsOf(files.map((file) => readFileSync(file, 'utf8')))).toEqual([]);
  });

  it.each([
    ['replicas: 2', 'replicas: two'],
    ['readinessProbe:', 'readynessProbe:'],
    ['containerPort: 3000', 'containerPort: http'],
    ['automountServiceAccountToken:', 'autoMountServiceAccountToken:'],
    ['topologyKey:', 'topologykey:'],
  ])('would not fit with a fault such as %j -> %j', (right, wrong) => {
    const manifest = readFileSync(join(KUBERNETES, 'base', 'deployment.yml'), 'utf8');

    expect(manifest).toContain(right);
    expect(faultsOf([manifest.replace(right, wrong)])).not.toEqual([]);
  });

  it.each(OVERLAYS)('name in the overlay %s what the base has', (overlay) => {
    const {
      apiVersion,
      kind,
      replicas = [],
      images = [],
    } = kustomization(join(KUBERNETES, overlay));
    const { metadata, spec } = deployment();

    expect([apiVersion, kind]).toEqual(['kustomize.config.k8s.io/v1beta1', 'Kustomization']);
    expect(replicas.map(({ name }) => name)).toEqual([metadata.name]);
    expect(images.map(({ name }) => name)).toEqual([spec.template.spec.containers[0]?.image]);
  });

  it('make a Service where Slack calls the bot, and none where the bot calls Slack', () => {
    const isService = (file: string): boolean => file.endsWith('service.yml');

    expect(filesOf(join(KUBERNETES, 'http')).filter(isService)).toHaveLength(1);
    expect(filesOf(join(KUBERNETES, 'socket')).filter(isService)).toEqual([]);
  });

  it('ask for what the bot answers', () => {
    const [container = {}] = deployment().spec.template.spec.containers;
    const paths = ['startupProbe', 'livenessProbe', 'readinessProbe'].map(
      (probe) => (container as Record<string, { httpGet: { path: string } }>)[probe]?.httpGet.path,
    );

    expect(paths).toEqual(['/healthz', '/healthz', '/readyz?except=store,slack']);
  });

  it('pass the Pod Security standard "restricted"', () => {
    expect(restrictedFaults(deployment().spec.template.spec)).toEqual([]);
  });

  it.each([
    ['seccompProfile: { type: RuntimeDefault }', '', 'bot: seccomp'],
    ['capabilities: { drop: [ALL] }', '', 'bot: capabilities'],
    ['drop: [ALL]', 'drop: [ALL], add: [SYS_TIME]', 'bot: capabilities'],
    ['allowPrivilegeEscalation: false', '', 'bot: privilege escalation'],
    ['runAsNonRoot: true', '', 'bot: may run as root'],
    ['automountServiceAccountToken: false', 'hostNetwork: true', 'host namespaces'],
  ])('would not pass with %j -> %j', (right, wrong, fault) => {
    const manifest = readFileSync(join(KUBERNETES, 'base', 'deployment.yml'), 'utf8');
    const spoiled = parse(manifest.replace(right, wrong)) as ReturnType<typeof deployment>;

    expect(manifest).toContain(right);
    expect(restrictedFaults(spoiled.spec.template.spec)).toContain(fault);
  });
});

const DOCKERFILE = readFileSync(join(ROOT, 'Dockerfile'), 'utf8');

function copied(stage: string): string[] {
  const lines = [...stage.matchAll(/^COPY (?!--from)(.+) \S+$/gm)];
  return lines.flatMap(([, names = '']) => names.split(' '));
}

describe('the Dockerfile', () => {
  it('copies what there is, and what .dockerignore lets through', () => {
    const allowed = readFileSync(join(ROOT, '.dockerignore'), 'utf8');
    const sources = copied(DOCKERFILE);

    expect(sources).toContain('src');
    for (const source of sources) {
      expect(existsSync(join(ROOT, source))).toBe(true);
      expect(allowed).toMatch(new RegExp(`^!${source}$`, 'm'));
    }
  });

  it('puts all into the image that the commands of the operator need', () => {
    const image = join(folder, 'image');
    mkdirSync(image);
    const lastStage = DOCKERFILE.slice(DOCKERFILE.lastIndexOf('\nFROM '));
    for (const name of copied(lastStage)) {
      cpSync(join(ROOT, name), join(image, name), { recursive: true });
    }
    symlinkSync(join(ROOT, 'node_modules'), join(image, 'node_modules'));
    cpSync(join(ROOT, 'dist'), join(image, 'dist'), {
      recursive: true,
      filter: (path) => !path.startsWith(join(ROOT, 'dist', 'playground')),
    });
    const run = (...command: string[]): { status: number | null; stderr: string } => {
      const env = { PATH: process.env['PATH'], NODE_ENV: 'production' };
      return spawnSync('npm', ['run', '--silent', ...command], {
        cwd: image,
        env,
        encoding: 'utf8',
      });
    };

    for (const command of [['report'], ['gaps'], ['rules:check', '--', '--fast']]) {
      expect(run(...command)).toMatchObject({ status: 0 });
    }
    expect(run('ask', '--', 'who answers a lead from a university?')).toMatchObject({ status: 0 });
    expect(run('start').stderr).toContain('SLACK_BOT_TOKEN is missing.');
  });
});
