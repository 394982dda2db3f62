import { createHmac } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { verifySlackRequest } from '@slack/bolt';
import fc from 'fast-check';
import { isGenuine } from '../../src/slack/transport/signature';

const SECRET = 'a-signing-secret';
const NOW = String(Math.floor(Date.now() / 1000));

function signatureOf(secret: string, timestamp: string, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}

function boltSays(body: string, signature: string): boolean {
  const headers = { 'x-slack-signature': signature, 'x-slack-request-timestamp': Number(NOW) };
  try {
    verifySlackRequest({ signingSecret: SECRET, body, headers });
    return true;
  } catch {
    return false;
  }
}

function weSay(body: string, signature: string): boolean {
  return isGenuine(SECRET, { bytes: Buffer.from(body), timestamp: NOW, signature });
}

const bodies = fc.string({ unit: 'binary', maxLength: 300 });

test('takes what Slack signed, as Bolt does', () => {
  fc.assert(
    fc.property(bodies, (body) => {
      const signature = signatureOf(SECRET, NOW, body);
      expect([weSay(body, signature), boltSays(body, signature)]).toEqual([true, true]);
    }),
  );
});

const wrong = fc.oneof(
  fc.string({ maxLength: 80 }),
  bodies.map((other) => signatureOf(SECRET, NOW, `${other}.`)),
  bodies.map((other) => signatureOf('another-secret', NOW, other)),
  bodies.map((other) => signatureOf(SECRET, '1700000000', other)),
);

test('refuses what is signed for another body, time or secret, as Bolt does', () => {
  fc.assert(
    fc.property(bodies, wrong, (body, signature) => {
      expect([weSay(body, signature), boltSays(body, signature)]).toEqual([false, false]);
    }),
  );
});

const changes = [
  (one: string) => one.toUpperCase(),
  (one: string) => one.slice(0, -1),
  (one: string) => `${one}0`,
  (one: string) => one.replace('v0', 'v1'),
  (one: string) => one.replace('v0=', ''),
  (one: string) => ` ${one}`,
];

test.each(changes)('refuses a signature that is written in another way: %p', (change) => {
  const signature = change(signatureOf(SECRET, NOW, 'text=hello'));
  expect([weSay('text=hello', signature), boltSays('text=hello', signature)]).toEqual([
    false,
    false,
  ]);
});
