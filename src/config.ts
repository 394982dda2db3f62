import { isIP } from 'node:net';
import { config as readDotenv } from 'dotenv';
import { z } from 'zod';
import { isProxyAddress, withProxyNames } from './proxy-settings';
import { readSecretFiles, SECRETS } from './secret-files';
import type { SlackSettings } from './slack/app';
import type { StoreConfig } from './store/open-store';

/** What the environment says, checked once. */
export interface Config extends SlackSettings, StoreConfig {
  readonly logLevel: string;
  /** Where `/metrics` answers; undefined: nowhere. */
  readonly metricsPort: number | undefined;
  /** A folder for trained models, relative to the project's folder; undefined: the usual one. */
  readonly modelCache: string | undefined;
}

/** The environment is invalid. The message names every invalid variable. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((number) => number <= 65_535);

/** An empty line in `.env` is as good as none. */
const unsetIfEmpty = (value: unknown): unknown => (value === '' ? undefined : value);

/** A secret is pasted with white space around it now and then, and never holds any. */
const secret = (begin: string) =>
  z
    .string()
    .trim()
    .startsWith(begin)
    .regex(/^[^\s"'`]+$/);

/** A part that should have been percent-encoded moves the rest of the address: the @ is not where it belongs. */
function isDatabaseUrl(text: string): boolean {
  if (/^file:./.test(text)) return true;
  if (!/^postgres(?:ql)?:\/\/[^\s"']+$/.test(text) || !URL.canParse(text)) return false;
  const { pathname, search, hash } = new URL(text);
  return !/[@]/.test(pathname + search) && hash === '';
}

/** Ids, comma-separated; none where nothing is set. */
const idList = (id: RegExp) =>
  z
    .string()
    .transform((text) => text.split(',').flatMap((one) => one.trim() || []))
    .refine((ids) => ids.every((one) => id.test(one)))
    .default([]);

const STORE_FIELDS = {
  DATABASE_URL: z.preprocess(
    unsetIfEmpty,
    z.string().trim().refine(isDatabaseUrl).default('file:data/program-route.db'),
  ),
  RETENTION_DAYS: z.preprocess(
    unsetIfEmpty,
    z
      .string()
      .regex(/^[1-9]\d{0,4}$/)
      .transform(Number)
      .default(180),
  ),
} as const;

const proxy = z.preprocess(unsetIfEmpty, z.string().trim().refine(isProxyAddress).optional());

const FIELDS = {
  ...STORE_FIELDS,
  SLACK_BOT_TOKEN: secret('xoxb-'),
  SLACK_APP_TOKEN: secret('xapp-').optional(),
  SLACK_SIGNING_SECRET: secret('').optional(),
  SOCKET_CONNECTIONS: z.preprocess(
    unsetIfEmpty,
    z
      .string()
      .regex(/^[1-4]$/)
      .transform(Number)
      .default(1),
  ),
  SLACK_API_URL: z.url({ protocol: /^https?$/ }).optional(),
  HTTPS_PROXY: proxy,
  HTTP_PROXY: proxy,
  NO_PROXY: z.string().default(''),
  PORT: port.default(3000),
  METRICS_PORT: z.preprocess(unsetIfEmpty, port.optional()),
  HOST: z
    .string()
    .refine((host) => isIP(host) !== 0 || host === 'localhost')
    .default('0.0.0.0'),
  TEAM_CHANNEL: z.preprocess(
    unsetIfEmpty,
    z
      .string()
      .regex(/^[CG][A-Z0-9]+$/)
      .optional(),
  ),
  TEAM_USERS: idList(/^[UW][A-Z0-9]+$/),
  ALLOWED_TEAMS: idList(/^[TE][A-Z0-9]+$/),
  LOG_LEVEL: z.preprocess(unsetIfEmpty, z.enum(LOG_LEVELS).default('info')),
  MODEL_CACHE_DIR: z.preprocess(unsetIfEmpty, z.string().optional()),
} as const;

const WANTED: Readonly<Record<keyof typeof FIELDS, string>> = {
  SLACK_BOT_TOKEN: 'a bot token, which begins with xoxb- (your app\'s page, "OAuth & Permissions")',
  SLACK_APP_TOKEN:
    'an app-level token, which begins with xapp- (your app\'s page, "Basic Information")',
  SLACK_SIGNING_SECRET: 'the signing secret (your app\'s page, "Basic Information")',
  SOCKET_CONNECTIONS: 'a whole number from 1 to 4',
  SLACK_API_URL: 'an address that begins with https:// or http://',
  HTTPS_PROXY: 'the address of a proxy, such as http://proxy.example:3128',
  HTTP_PROXY: 'the address of a proxy, such as http://proxy.example:3128',
  NO_PROXY: 'hosts that need no proxy, comma-separated, such as localhost,.example.com',
  PORT: 'an integer from 0 to 65535',
  METRICS_PORT: 'an integer from 0 to 65535, other than PORT',
  HOST: 'an IP address to listen on, without a port or brackets, such as 0.0.0.0 or ::',
  TEAM_CHANNEL: 'a channel id, such as C0123456789',
  TEAM_USERS: 'user ids, comma-separated, such as U0123456789,U0123456780',
  ALLOWED_TEAMS: 'ids of workspaces or organizations, comma-separated, such as T0123456789',
  DATABASE_URL:
    'postgres://USER:PASSWORD@HOST:PORT/NAME with special characters percent-encoded, such as %23 for #, or file:PATH for an embedded database',
  RETENTION_DAYS: 'a whole number of days, 1 or more',
  LOG_LEVEL: `one of ${LOG_LEVELS.join(', ')}`,
  MODEL_CACHE_DIR: 'a folder that the bot may write to',
};

/** Every variable that is read. */
export const VARIABLES = [...Object.keys(WANTED), ...SECRETS.map((name) => `${name}_FILE`)];

/**
 * Reads the configuration from the environment and, where a variable is not set there, from a file `.env`.
 *
 * @throws ConfigError naming every variable that is missing or malformed, without its value
 */
export function readConfig(given: NodeJS.ProcessEnv = withDotenv()): Config {
  const { environment, faults: fileFaults } = readSecretFiles(withProxyNames(given));
  if (fileFaults.length > 0) throw new ConfigError(fileFaults.join('\n'));
  const result = z.object(FIELDS).safeParse(environment);
  const faults = result.success ? [] : [...new Set(result.error.issues.map(faultOf(environment)))];
  faults.push(...faultsOfSeveral(environment));
  if (!result.success || faults.length > 0) {
    throw new ConfigError(faults.join('\n'));
  }
  return toConfig(result.data);
}

/** Faults that only several variables together show. */
function faultsOfSeveral(environment: NodeJS.ProcessEnv): string[] {
  const { SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, PORT = '3000', METRICS_PORT } = environment;
  const hasMode = SLACK_APP_TOKEN !== undefined || SLACK_SIGNING_SECRET !== undefined;
  const isSamePort = METRICS_PORT !== undefined && METRICS_PORT === PORT && PORT !== '0';
  return [
    ...(hasMode
      ? []
      : [
          'Neither SLACK_APP_TOKEN (Socket Mode) nor SLACK_SIGNING_SECRET (HTTP mode) is set. Set one of them.',
        ]),
    ...(isSamePort
      ? ['PORT and METRICS_PORT are the same. Set METRICS_PORT to another port.']
      : []),
  ];
}

/**
 * Reads where the store is, for commands that do not need Slack.
 *
 * @throws ConfigError with every invalid variable, without its value
 */
export function readStoreConfig(given: NodeJS.ProcessEnv = withDotenv()): StoreConfig {
  const { environment, faults } = readSecretFiles(given);
  if (faults.length > 0) throw new ConfigError(faults.join('\n'));
  const result = z.object(STORE_FIELDS).safeParse(environment);
  if (!result.success) {
    const issues = new Set(result.error.issues.map(faultOf(environment)));
    throw new ConfigError([...issues].join('\n'));
  }
  return storeConfig(result.data);
}

function withDotenv(): NodeJS.ProcessEnv {
  readDotenv({ quiet: true });
  return process.env;
}

function faultOf(environment: NodeJS.ProcessEnv): (issue: z.core.$ZodIssue) => string {
  return ({ path }) => {
    const name = String(path[0]) as keyof typeof FIELDS;
    const found = environment[name];
    const state = found === undefined ? 'is missing' : 'is malformed';
    return `${name} ${state}. Set it to ${WANTED[name]}${foundPart(name, found)}.`;
  };
}

/** Variables that hold no secret: the value that was found helps to find the slip. */
const OPEN = [
  'HOST',
  'TEAM_CHANNEL',
  'TEAM_USERS',
  'ALLOWED_TEAMS',
  'LOG_LEVEL',
  'SOCKET_CONNECTIONS',
];
/** A value that was meant for another variable may be a secret: only what looks like an id or a word is shown. */
const HARMLESS = /^(?!x(?:ox|app)|.*[0-9a-f]{16})[#@\w, -]{1,40}$/i;

function foundPart(name: string, found: string | undefined): string {
  const isSecret = SECRETS.some((one) => one === name);
  if (isSecret && /[\s"'`]/.test(found?.trim() ?? '')) return '; it holds blanks or quotes';
  if (found === undefined || !OPEN.includes(name) || !HARMLESS.test(found)) return '';
  return `; found "${found}"`;
}

type Fields = z.infer<z.ZodObject<typeof FIELDS>>;

function storeConfig(fields: z.infer<z.ZodObject<typeof STORE_FIELDS>>): StoreConfig {
  return { databaseUrl: fields.DATABASE_URL, retentionDays: fields.RETENTION_DAYS };
}

function toConfig(fields: Fields): Config {
  const { SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret = '' } = fields;
  return {
    botToken: fields.SLACK_BOT_TOKEN,
    mode:
      appToken === undefined
        ? { kind: 'http', signingSecret }
        : { kind: 'socket', appToken, connections: fields.SOCKET_CONNECTIONS },
    apiUrl: fields.SLACK_API_URL,
    proxy: { https: fields.HTTPS_PROXY, http: fields.HTTP_PROXY, except: fields.NO_PROXY },
    metricsPort: fields.METRICS_PORT,
    port: fields.PORT,
    host: fields.HOST,
    teamChannel: fields.TEAM_CHANNEL,
    teamUsers: fields.TEAM_USERS,
    allowedTeams: fields.ALLOWED_TEAMS,
    ...storeConfig(fields),
    logLevel: fields.LOG_LEVEL,
    modelCache: fields.MODEL_CACHE_DIR,
  };
}
