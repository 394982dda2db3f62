import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BROWSER_PACKAGES, requireForBrowser } from './require-for-browser';

type Packed = (typeof import('@sparticuz/chromium'))['default'];

const CACHE = join(BROWSER_PACKAGES, 'node_modules', '.cache', 'program-route');
/** Named after the package's version: another one is unpacked again. */
const FOLDER = join(CACHE, 'chromium-143.0.4');

export interface PackedBrowser {
  readonly executablePath: string;
  /** What it needs in its environment. */
  readonly env: Readonly<Record<string, string>>;
}

/** Unpacks the Chromium that comes as an npm package, with the libraries and the font that a bare system lacks. */
export async function unpackBrowser(): Promise<PackedBrowser> {
  if (!existsSync(FOLDER)) await unpackInto(FOLDER);
  return {
    executablePath: join(FOLDER, 'chromium'),
    env: {
      LD_LIBRARY_PATH: join(FOLDER, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(FOLDER, 'fonts.conf'),
    },
  };
}

/** In one step: another process sees all of it or nothing. */
async function unpackInto(folder: string): Promise<void> {
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  await withEnvironment(
    // The package unpacks into the temporary folder, and its libraries only where it sees a Lambda function.
    { TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    async () => {
      const chromium = requireForBrowser('@sparticuz/chromium') as Packed;
      await chromium.executablePath();
    },
  );
  writeFileSync(join(draft, 'fonts.conf'), fontsConf(folder));
  try {
    renameSync(draft, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(draft, { recursive: true });
  }
}

async function withEnvironment(
  values: Readonly<Record<string, string>>,
  work: () => Promise<void>,
): Promise<void> {
  const before = { ...process.env };
  Object.assign(process.env, values);
  try {
    await work();
  } finally {
    for (const name of Object.keys(process.env)) {
      if (!(name in before)) Reflect.deleteProperty(process.env, name);
    }
    Object.assign(process.env, before);
  }
}

function fontsConf(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}
