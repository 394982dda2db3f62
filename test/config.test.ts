import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, readConfig, readStoreConfig, VARIABLES } from '../src/config';

const HTTP = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'shh' };

function faultsOf(environment: NodeJS.ProcessEnv): string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.message.split('\n');
  }
}

describe('the configuration', () => {
  it('takes HTTP mode where the signing secret is set', () => {
    expect(readConfig(HTTP)).toMatchObject({
      mode: { kind: 'http', signingSecret: 'shh' },
      port: 3000,
      host: '0.0.0.0',
      logLevel: 'info',
    });
  });

  it('takes Socket Mode where the app token is set, also beside a signing secret', () => {
    expect(readConfig({ ...HTTP, SLACK_APP_TOKEN: 'xapp-1' }).mode).toEqual({
      kind: 'socket',
      connections: 1,
      appToken: 'xapp-1',
    });
  });

  it.each(['1', '2', '4'])('opens %s connections in Socket Mode where told to', (connections) => {
    const socket = { ...HTTP, SLACK_APP_TOKEN: 'xapp-1', SOCKET_CONNECTIONS: connections };

    expect(readConfig(socket).mode).toMatchObject({ connections: Number(connections) });
  });

  it('takes port 0, and whatever begins like a token', () => {
    expect(readConfig({ ...HTTP, PORT: '0', LOG_LEVEL: '' })).toMatchObject({
      port: 0,
      logLevel: 'info',
    });
  });

  it('keeps an embedded database and 180 days unless told otherwise', () => {
    expect(readConfig({ ...HTTP, DATABASE_URL: '', RETENTION_DAYS: '' })).toMatchObject({
      databaseUrl: 'file:data/program-route.db',
      retentionDays: 180,
      teamUsers: [],
    });
  });

  it('reads the store and the team, also where nothing else is set', () => {
    const store = { DATABASE_URL: 'postgresql://u:p@host/name', RETENTION_DAYS: '30' };

    expect(readStoreConfig(store)).toEqual({
      databaseUrl: 'postgresql://u:p@host/name',
      retentionDays: 30,
    });
    expect(readConfig({ ...HTTP, TEAM_USERS: 'U1, U2,' }).teamUsers).toEqual(['U1', 'U2']);
  });

  it('reads the workspaces served, and none where nothing is set', () => {
    expect(readConfig(HTTP).allowedTeams).toEqual([]);
    expect(readConfig({ ...HTTP, ALLOWED_TEAMS: 'T1A, E2B,' }).allowedTeams).toEqual([
      'T1A',
      'E2B',
    ]);
  });

  it.each([
    ['LOG_LEVEL', 'loud', 'one of fatal, '],
    ['TEAM_CHANNEL', '#strategy-programs', 'a channel id'],
    ['TEAM_USERS', 'U1,@alice', 'user ids'],
    ['ALLOWED_TEAMS', 'T1,gitlab', 'ids of workspaces'],
    ['SOCKET_CONNECTIONS', '0', 'a whole number from 1 to 4'],
    ['SOCKET_CONNECTIONS', '11', 'a whole number from 1 to 4'],
    ['SOCKET_CONNECTIONS', 'x', 'a whole number from 1 to 4'],
  ])('refuses %s=%s, and says what was found', (name, found, wanted) => {
    const faults = faultsOf({ ...HTTP, [name]: found });

    expect(faults).toEqual([expect.stringContaining(`${name} is malformed. Set it to ${wanted}`)]);
    expect(faults[0]).toMatch(new RegExp(`; found "${found}"\\.$`));
  });

  it.each([
    'xoxb-123-secret',
    '8f742231b10e8888abcd99yyyzzz85a5',
    'XAPP-1-secret',
    'two\nlines',
    'x'.repeat(41),
  ])('does not print %j, which may be a secret or more than a line', (found) => {
    const faults = faultsOf({ ...HTTP, LOG_LEVEL: found });

    expect(faults).toHaveLength(1);
    expect(faults[0]).not.toContain('found');
  });

  it.each(['mysql://host/name', 'data/x.db', 'file:', 'postgres://'])(
    'refuses the database %j and does not print it',
    (url) => {
      const [fault = '', ...more] = faultsOf({ ...HTTP, DATABASE_URL: url });

      expect(more).toEqual([]);
      expect(fault).toMatch(/^DATABASE_URL is malformed\. Set it to postgres:\/\//);
      expect(() => readStoreConfig({ DATABASE_URL: url })).toThrow(fault);
    },
  );

  it.each([
    ['an unescaped #', 'postgres://bot:p#ss@host/name'],
    ['an unescaped # behind what reads as a port', 'postgres://bot:12#ss@host/name'],
    ['an unescaped ?', 'postgres://bot:p?ss:word@host/name'],
    ['an unescaped ? behind what reads as a port', 'postgres://bot:12?ss@host/name'],
    ['an unescaped /', 'postgres://bot:pa/ss@host/name'],
    ['a port that is none', 'postgres://bot:pass@host:notaport/name'],
    ['a port that is too large', 'postgres://bot:pass@host:65536/name'],
    ['quotes', '"postgres://bot:pass@host/name"'],
  ])('refuses a database URL with %s, and says to percent-encode', (_, url) => {
    const faults = faultsOf({ ...HTTP, DATABASE_URL: url });

    expect(faults).toEqual([expect.stringContaining('percent-encoded, such as %23 for #')]);
    expect(faults.join()).not.toContain('ss');
  });

  it.each(['nonsense', '0.0.0.0:3000', '[::1]', '256.1.1.1', ''])('refuses the host %j', (host) => {
    expect(faultsOf({ ...HTTP, HOST: host })).toEqual([
      expect.stringMatching(/^HOST is malformed\. Set it to an IP address/),
    ]);
  });

  it.each(['::', '::1', '127.0.0.1', 'localhost'])('takes the host %j', (host) => {
    expect(readConfig({ ...HTTP, HOST: host }).host).toBe(host);
  });

  it('trims white space around secrets', () => {
    const config = readConfig({
      SLACK_BOT_TOKEN: ' xoxb-1\n',
      SLACK_SIGNING_SECRET: 'shh\r\n',
      DATABASE_URL: 'postgres://u:p%23@host/name\n',
    });

    expect(config).toMatchObject({
      botToken: 'xoxb-1',
      mode: { signingSecret: 'shh' },
      databaseUrl: 'postgres://u:p%23@host/name',
    });
  });

  it.each(['"shh"', "'shh'", 'sh h', 's\nh', ' '])('refuses the secret %j by name', (secret) => {
    const faults = faultsOf({ ...HTTP, SLACK_SIGNING_SECRET: secret });

    expect(faults).toEqual([expect.stringMatching(/^SLACK_SIGNING_SECRET is malformed\. /)]);
    expect(faults[0]?.replace('shh', '')).toBe(faults[0]);
  });

  it('reads secrets from files, and refuses one that is set twice or cannot be read', () => {
    const folder = mkdtempSync(join(tmpdir(), 'program-route-secrets-'));
    const file = join(folder, 'token');
    writeFileSync(file, 'xoxb-from-file\n');
    const rest = { SLACK_SIGNING_SECRET: 'shh' };

    expect(readConfig({ ...rest, SLACK_BOT_TOKEN_FILE: file }).botToken).toBe('xoxb-from-file');
    expect(faultsOf({ ...HTTP, SLACK_BOT_TOKEN_FILE: file })).toEqual([
      'Both SLACK_BOT_TOKEN and SLACK_BOT_TOKEN_FILE are set. Set one of them.',
    ]);
    expect(faultsOf({ ...rest, SLACK_BOT_TOKEN_FILE: `${file}.none` })).toEqual([
      'SLACK_BOT_TOKEN_FILE cannot be read (ENOENT). Set it to the path of a readable file.',
    ]);
    rmSync(folder, { recursive: true });
  });

  it.each(['0', '-1', '1.5', 'ever'])('refuses to keep for %j days', (days) => {
    expect(faultsOf({ ...HTTP, RETENTION_DAYS: days })).toEqual([
      expect.stringMatching(/^RETENTION_DAYS is malformed\. /),
    ]);
  });

  it('names every faulty variable at once, and no value', () => {
    const faults = faultsOf({
      SLACK_BOT_TOKEN: 'secret-value',
      SLACK_SIGNING_SECRET: '',
      PORT: '65536',
      SLACK_API_URL: 'somewhere',
    });

    expect(faults).toHaveLength(4);
    for (const name of ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET', 'PORT', 'SLACK_API_URL']) {
      expect(faults).toContainEqual(
        expect.stringMatching(new RegExp(`^${name} is malformed. Set it to `)),
      );
    }
    expect(faults.join()).not.toContain('secret-value');
  });

  it('names both ways to Slack where neither is set', () => {
    expect(faultsOf({})).toEqual([
      expect.stringMatching(/^SLACK_BOT_TOKEN is missing\. /),
      expect.stringMatching(/SLACK_APP_TOKEN .* SLACK_SIGNING_SECRET/),
    ]);
  });

  it.each(['80a', '-1', '1.5', ''])('refuses the port %j', (port) => {
    expect(faultsOf({ ...HTTP, PORT: port })).toHaveLength(1);
  });
});

it.each(VARIABLES)('.env.example explains %s', (name) => {
  const example = readFileSync(join(__dirname, '..', '.env.example'), 'utf8');

  expect(example).toMatch(new RegExp(`^# .*[^]{0,300}^(?:# )?${name}=`, 'm'));
});

describe('proxies and metrics', () => {
  it('reads the proxies, in lowercase too, and the port of the metrics', () => {
    const given = {
      ...HTTP,
      HTTPS_PROXY: 'http://upper.example:3128',
      https_proxy: 'http://user:p%40ss@lower.example:3128',
      HTTP_PROXY: '',
      no_proxy: 'localhost,.example.com',
      METRICS_PORT: '9464',
    };

    expect(readConfig(given)).toMatchObject({
      proxy: {
        https: 'http://user:p%40ss@lower.example:3128',
        http: undefined,
        except: 'localhost,.example.com',
      },
      metricsPort: 9464,
    });
    expect(readConfig(HTTP)).toMatchObject({ proxy: { https: undefined }, metricsPort: undefined });
  });

  it.each(['proxy.example:3128', 'socks5://proxy.example', 'http://', 'http://proxy/path'])(
    'refuses %s as a proxy, without its value',
    (address) => {
      expect(faultsOf({ ...HTTP, HTTPS_PROXY: address })).toEqual([
        'HTTPS_PROXY is malformed. Set it to the address of a proxy, such as http://proxy.example:3128.',
      ]);
    },
  );

  it('refuses one port for Slack and for the metrics', () => {
    expect(faultsOf({ ...HTTP, METRICS_PORT: '3000' })).toEqual([
      'PORT and METRICS_PORT are the same. Set METRICS_PORT to another port.',
    ]);
    expect(faultsOf({ ...HTTP, PORT: '0', METRICS_PORT: '0' })).toEqual([]);
  });
});
