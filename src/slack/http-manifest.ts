import type { Manifest } from '@slack/web-api/dist/types/request/manifest';

/** A Slack app's manifest. Source: https://docs.slack.dev/reference/app-manifest */
export type AppManifest = Manifest;

/** The manifest for HTTP mode: every request goes to one address, and Socket Mode is off. */
export function httpManifest(manifest: AppManifest, requestUrl: string): AppManifest {
  const { features, settings } = manifest;
  return {
    ...manifest,
    features: {
      ...features,
      ...(features?.slash_commands !== undefined && {
        slash_commands: features.slash_commands.map((command) => ({ ...command, url: requestUrl })),
      }),
    },
    settings: {
      ...settings,
      event_subscriptions: { ...settings?.event_subscriptions, request_url: requestUrl },
      interactivity: { is_enabled: true, request_url: requestUrl },
      socket_mode_enabled: false,
    },
  };
}
