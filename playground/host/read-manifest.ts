import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { PROJECT } from '../../src/loader/paths';

/** The parts of the app's manifest that the local Slack uses. */
const manifest = z.object({
  features: z.object({
    bot_user: z.object({ display_name: z.string() }),
    shortcuts: z.array(z.object({ name: z.string(), type: z.string(), callback_id: z.string() })),
    slash_commands: z.array(z.object({ command: z.string(), usage_hint: z.string() })),
  }),
  oauth_config: z.object({
    scopes: z.object({
      bot: z.array(z.string()),
      bot_optional: z.array(z.string()).default([]),
    }),
  }),
  settings: z.object({
    event_subscriptions: z.object({ bot_events: z.array(z.string()) }),
  }),
});

export interface InstalledApp {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly botEvents: readonly string[];
  readonly commands: readonly { readonly command: string; readonly hint: string }[];
  /** Message shortcuts. */
  readonly shortcuts: readonly { readonly name: string; readonly callbackId: string }[];
}

/** The app from manifest.yml, with every optional scope granted. */
export function readManifest(): InstalledApp {
  const text = readFileSync(join(PROJECT, 'manifest.yml'), 'utf8');
  const { features, oauth_config: auth, settings } = manifest.parse(parse(text));
  return {
    name: features.bot_user.display_name,
    scopes: [...auth.scopes.bot, ...auth.scopes.bot_optional],
    botEvents: settings.event_subscriptions.bot_events,
    commands: features.slash_commands.map(({ command, usage_hint: hint }) => ({ command, hint })),
    shortcuts: features.shortcuts
      .filter(({ type }) => type === 'message')
      .map(({ name, callback_id: callbackId }) => ({ name, callbackId })),
  };
}
