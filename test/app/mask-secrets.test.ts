import { expect, it } from '@jest/globals';
import { ConfigError, readConfig } from '../../src/config';
import { explainStartError } from '../../src/lifecycle/explain-start-error';
import { maskSecrets } from '../../src/log/mask-secrets';

it.each([
  ['Authorization: Basic dXNlcjpwYXNz', 'dXNl'],
  ['sent Basic dXNlcjpwYXNz', 'dXNl'],
  ['bearer abc123', 'abc123'],
  ['Bearer xoxb-1-secret', 'xoxb'],
  ['at postgres://me:secret@host/name', 'secret@'],
])('masks the secret in %j', (text, secret) => {
  expect(maskSecrets(text)).toContain('[secret]');
  expect(maskSecrets(text)).not.toContain(secret);
});

it('leaves words of our own readable', () => {
  const text = 'your app\'s page, "Basic Information"; a bearer of news';

  expect(maskSecrets(text)).toBe(text);
});

it('explains a faulty environment in whole sentences', () => {
  let error: unknown;
  try {
    readConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: '', DATABASE_URL: 'nonsense' });
  } catch (thrown) {
    error = thrown;
  }

  expect(error).toBeInstanceOf(ConfigError);
  expect(explainStartError(error)).toContain('"Basic Information"');
  expect(explainStartError(error)).toContain('postgres://USER:PASSWORD@HOST');
  expect(explainStartError(error)).not.toContain('[secret]');
});
