// Loaded before the bot: writes down each connection that its threads and its child processes open, and each name they
// look up, breaks the process
// on SIGUSR2 (a promise that nobody catches, then an error that nobody catches), and leaks on demand.
const { appendFileSync } = require('node:fs');
const dgram = require('node:dgram');
const dns = require('node:dns');
const net = require('node:net');
const { isMainThread } = require('node:worker_threads');

const { CONNECTIONS_FILE: file, LAST_WORDS: words, PLANTED: planted } = process.env;

function note(what) {
  appendFileSync(file, `${JSON.stringify(what)}\n`);
}

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function connectNoted(...args) {
  const [first] = Array.isArray(args[0]) ? args[0] : args;
  const at = typeof first === 'object' ? first : { port: first, host: args[1] };
  note({ host: at.path ?? at.host ?? 'localhost', port: Number(at.port ?? 0) });
  return connect.apply(this, args);
};

const { send } = dgram.Socket.prototype;
dgram.Socket.prototype.send = function sendNoted(...args) {
  note({ host: 'udp', port: 0 });
  return send.apply(this, args);
};

for (const holder of [dns, dns.promises]) {
  for (const name of Object.keys(holder).filter((one) => /^(?:lookup|resolve)/.test(one))) {
    const ask = holder[name];
    holder[name] = function askNoted(host, ...rest) {
      note({ host: String(host), port: 0 });
      return ask.call(this, host, ...rest);
    };
  }
}

if (isMainThread && planted !== undefined) {
  process.stderr.write(planted);
  net.connect(9, '127.0.0.2').on('error', () => undefined);
}

if (isMainThread) {
  let isSecond = false;
  process.on('SIGUSR2', () => {
    const error = Object.assign(new Error(`Nobody catches this: ${words}`), { code: 'UNCAUGHT' });
    if (isSecond) throw error;
    isSecond = true;
    void Promise.reject(error);
  });
}
