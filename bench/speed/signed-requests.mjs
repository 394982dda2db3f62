import { createHmac } from 'node:crypto';
import { readQuestions } from './questions.mjs';

export const SECRET = 'bench-signing-secret';
export const PATH = '/slack/events';

/**
 * A signed slash command for each labeled question, as Slack sends it. Each is from a different person, because the
 * rate limiter rejects one person who asks this fast. The signature is valid for five minutes.
 * Source: https://docs.slack.dev/interactivity/implementing-slash-commands
 *
 * @param crowd tells these people from others, in capital letters and digits
 * @param times so many people ask each question
 * @param first the question to begin with, by its place
 * @param most of so many requests
 */
export function signedRequests({ crowd = '', times = 1, first = 0, most = Infinity } = {}) {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const questions = readQuestions();
  const length = Math.min(most, times * questions.length);
  const asked = Array.from({ length }, (_, at) => questions[(first + at) % questions.length]);
  return asked.map(({ text }, at) => {
    const body = commandBody(text, `U0${crowd}N${at}`);
    const digest = createHmac('sha256', SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${digest}`,
    };
    return { method: 'POST', path: PATH, headers, body };
  });
}

function commandBody(text, user) {
  return new URLSearchParams({
    token: 'gIkuvaNzQIHg97ATvDxqgjtO',
    team_id: 'T0BENCH',
    team_domain: 'bench',
    channel_id: 'C0BENCH',
    channel_name: 'sales',
    user_id: user,
    user_name: 'alice',
    command: '/program-route',
    text,
    api_app_id: 'A0BENCH',
    is_enterprise_install: 'false',
    response_url: 'https://hooks.slack.com/commands/T0BENCH/1/none',
    trigger_id: '13345224609.738474920.8088930838d88f008e0',
  }).toString();
}
