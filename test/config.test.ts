import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
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
