import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { parse } from 'yaml';
import { type AppManifest, httpManifest } from '../src/slack/http-manifest';
import { COMMAND, LEAD_SHORTCUT } from '../src/slack/names';

const ROOT = join(__dirname, '..');
const MANIFEST = parse(readFileSync(join(ROOT, 'manifest.yml'), 'utf8')) as AppManifest;

/** What the compiler says of a manifest held against Slack's own type for it: unknown fields, scopes and events. */
function complaints(manifest: unknown): string[] {
  const folder = mkdtempSync(join(ROOT, 'dist', 'manifest-'));
  try {
    const file = join(folder, 'manifest.ts');
    const type = "import type { Manifest } from '@slack/web-api/dist/types/request/manifest';";
    writeFileSync(
      file,
      `${type}\nexport const manifest: Manifest = ${JSON.stringify(manifest)};\n`,
    );
    const program = ts.createProgram([file], {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      types: [],
      module: ts.ModuleKind.Node20,
      target: ts.ScriptTarget.ES2022,
    });
    return ts
      .getPreEmitDiagnostics(program)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const MANIFESTS: readonly (readonly [string, AppManifest])[] = [
  ['Socket Mode', MANIFEST],
  ['HTTP', httpManifest(MANIFEST, 'https://bot.example.com/slack/events')],
];

describe.each(MANIFESTS)('the manifest for %s', (_, manifest) => {
  it("fits Slack's own type", () => {
    expect(complaints(manifest)).toEqual([]);
  });

  it('keeps the limits of texts', () => {
    const { display_information: display, features } = manifest;
    const [shortcut] = features?.shortcuts ?? [];

    expect(display.name.length).toBeLessThanOrEqual(35);
    expect(display.description?.length).toBeLessThanOrEqual(140);
    expect(shortcut?.name.length).toBeLessThanOrEqual(24);
    expect(shortcut?.description.length).toBeLessThanOrEqual(150);
  });

  it('names the command and the shortcut as the code does', () => {
    expect(manifest.features?.slash_commands?.map(({ command }) => command)).toEqual([COMMAND]);
    expect(manifest.features?.shortcuts?.map(({ callback_id: id }) => id)).toEqual([LEAD_SHORTCUT]);
  });
});

it('a wrong scope or event does not pass', () => {
  const wrong = structuredClone(MANIFEST) as {
    settings: { event_subscriptions: { bot_events: string[] } };
  };
  wrong.settings.event_subscriptions.bot_events.push('app_mentioned');

  expect(complaints(wrong)).toHaveLength(1);
});
