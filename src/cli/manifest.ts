import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { PROJECT } from '../loader/paths';
import { httpManifest, type AppManifest } from '../slack/http-manifest';
import { readArguments, UsageError } from './arguments';
import { runCommand } from './run-command';

const USAGE = 'npm run --silent manifest -- [--url https://HOST]';

void runCommand(() => {
  const { values } = readArguments({ url: { type: 'string' } } as const, USAGE);
  const text = readFileSync(join(PROJECT, 'manifest.yml'), 'utf8');
  if (values.url === undefined) {
    process.stdout.write(text);
    return 0;
  }
  const manifest = httpManifest(parse(text) as AppManifest, requestUrl(values.url));
  process.stdout.write(stringify(manifest, { lineWidth: 0 }));
  return 0;
});

/** The URL that Slack sends requests to: the bot's path on the operator's host. */
function requestUrl(host: string): string {
  if (!URL.canParse(host) || !host.startsWith('https://')) {
    throw new UsageError(
      `"${host}" is not a URL that Slack can reach. Specify a URL that begins with https://.\nUsage: ${USAGE}`,
    );
  }
  return new URL('/slack/events', host).href;
}
