// Bare node:http: checks signature and timestamp as Slack asks for, and answers a constant.
// Source: https://docs.slack.dev/authentication/verifying-requests-from-slack
import { createHmac, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const { SLACK_SIGNING_SECRET, PORT, HOST, BENCH_ANSWER } = process.env;
const answer = readFileSync(BENCH_ANSWER, 'utf8');
const OLDEST = 300;

function isSigned({ headers }, body) {
  const timestamp = headers['x-slack-request-timestamp'] ?? '';
  if (!(Math.abs(Date.now() / 1000 - Number(timestamp)) < OLDEST)) return false;
  const digest = createHmac('sha256', SLACK_SIGNING_SECRET)
    .update(`v0:${timestamp}:${body}`)
    .digest('hex');
  const [found, right] = [headers['x-slack-signature'] ?? '', `v0=${digest}`].map((text) =>
    Buffer.from(text),
  );
  return found.length === right.length && timingSafeEqual(found, right);
}

createServer((request, response) => {
  if (request.method === 'GET') return response.writeHead(200).end('{"ok":true}');
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    if (!isSigned(request, Buffer.concat(chunks).toString())) return response.writeHead(401).end();
    response.writeHead(200, { 'content-type': 'application/json' }).end(answer);
  });
}).listen(Number(PORT), HOST);
