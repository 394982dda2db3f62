import type { ChannelSeed, UserSeed } from './slack-objects';

export interface LocalSlackOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** Only a loopback address is taken. */
  readonly host?: string;
  /** Where the bot finds it, such as https://slack.example, when a TLS proxy is in front; empty: where it listens. */
  readonly publicUrl?: string;
  readonly mode?: 'http' | 'socket';
  /** The bot's own address, such as http://127.0.0.1:3000/slack/events; may be set after the start. */
  readonly eventsUrl?: string;
  readonly botToken?: string;
  readonly appToken?: string;
  readonly signingSecret?: string;
  readonly teamId?: string;
  readonly teamDomain?: string;
  readonly botUserId?: string;
  /** The bot's display name; its user name is made from it. */
  readonly botName?: string;
  readonly botId?: string;
  readonly appId?: string;
  readonly users?: readonly UserSeed[];
  readonly channels?: readonly ChannelSeed[];
  /** Scopes of the bot token; a method whose scope is missing answers missing_scope. */
  readonly scopes?: readonly string[];
  /** Bot events of the manifest; nothing else is sent. */
  readonly botEvents?: readonly string[];
  /** Whether the text of a command is escaped, as an app's manifest asks with `should_escape`. */
  readonly escapesCommands?: boolean;
  /** Whether `&`, `<`, and `>` come back escaped in the value of a button or an option, as some apps report. */
  readonly escapesValues?: boolean;
  /** The Enterprise Grid organization that the workspace belongs to; empty: none. */
  readonly enterpriseId?: string;
  /** Whether the app is installed for the whole organization. */
  readonly isOrgInstall?: boolean;
  /** How many messages the app can post in a channel at once; after that, one a second. */
  readonly postsAtOnce?: number;
  readonly ackTimeoutMs?: number;
  /** How long Slack waits before each retry of an event. */
  readonly retryDelaysMs?: readonly number[];
  readonly pingIntervalMs?: number;
  /** The clock of trigger_ids, response_urls and ts, in milliseconds. */
  readonly now?: () => number;
}

type Settled = Required<Omit<LocalSlackOptions, 'eventsUrl'>>;

export interface Settings extends Settled {
  /** Empty until the bot's address is known. */
  eventsUrl: string;
}

export const BOT_USER = 'U0BOT';

const defaultUsers: readonly UserSeed[] = [
  { id: 'U0ALICE', name: 'alice', real_name: 'Alice Able' },
  { id: 'U0BOB', name: 'bob', real_name: 'Bob Baker' },
  { id: 'U0GUEST', name: 'gil', real_name: 'Gil Guest', is_restricted: true },
  { id: 'U0PARTNER', name: 'pat', real_name: 'Pat Partner', team_id: 'T0PARTNER' },
  {
    id: 'U0OTHERBOT',
    name: 'other_bot',
    real_name: 'Other Bot',
    is_bot: true,
    profile: { bot_id: 'B0OTHERBOT', api_app_id: 'A0OTHERBOT' },
  },
];

const defaultChannels: readonly ChannelSeed[] = [
  { id: 'C0SALES', name: 'sales' },
  { id: 'C0PRIVATE', name: 'leads-private', is_private: true },
  { id: 'C0SHARED', name: 'ext-partner', is_ext_shared: true },
  { id: 'C0NOBOT', name: 'no-bot-here', members: ['U0ALICE', 'U0BOB'] },
];

const defaults: Settings = {
  port: 0,
  host: '127.0.0.1',
  publicUrl: '',
  mode: 'http',
  eventsUrl: '',
  botToken: 'xoxb-local',
  appToken: 'xapp-local',
  signingSecret: 'local-signing-secret',
  teamId: 'T0LOCAL',
  teamDomain: 'local',
  botUserId: BOT_USER,
  botName: 'Local Bot',
  botId: 'B0BOT',
  appId: 'A0BOT',
  users: defaultUsers,
  channels: defaultChannels,
  scopes: ['commands', 'app_mentions:read', 'chat:write', 'im:history', 'users:read'],
  botEvents: ['app_mention', 'message.im', 'app_home_opened'],
  escapesCommands: true,
  escapesValues: false,
  enterpriseId: '',
  isOrgInstall: false,
  postsAtOnce: 10,
  ackTimeoutMs: 3000,
  retryDelaysMs: [0, 60_000, 300_000],
  pingIntervalMs: 10_000,
  now: () => Date.now(),
};

/** The user name of a bot: `local_bot` for "Local Bot". */
export function handleOf(botName: string): string {
  return botName.toLowerCase().replaceAll(/[^a-z\d]+/g, '_');
}

const loopback = new Set(['127.0.0.1', '::1', '[::1]', 'localhost']);

export function isLoopback(host: string): boolean {
  return loopback.has(host);
}

function refuseUnlessLoopback(host: string, what: string): void {
  if (isLoopback(host)) return;
  throw new Error(
    `The local Slack stays on this machine: ${what} is "${host}", but only 127.0.0.1, ::1 and localhost are allowed.`,
  );
}

/** The bot's address, refused when it is not on this machine: the payloads carry what users wrote. */
export function checkedEventsUrl(eventsUrl: string): string {
  if (eventsUrl === '') return eventsUrl;
  const { hostname, protocol } = new URL(eventsUrl);
  refuseUnlessLoopback(hostname, 'the host of eventsUrl');
  if (protocol !== 'http:') throw new Error(`eventsUrl must be plain http, found "${eventsUrl}".`);
  return eventsUrl;
}

export function settle(options: LocalSlackOptions): Settings {
  const settings: Settings = { ...defaults, ...options };
  refuseUnlessLoopback(settings.host, 'the host to listen on');
  checkedEventsUrl(settings.eventsUrl);
  return settings;
}
