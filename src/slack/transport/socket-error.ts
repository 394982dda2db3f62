import { socketHint } from './socket-hints';

/** Slack gives the bot no socket, or the network lets none through. */
export class SocketError extends Error {
  override readonly name = 'SocketError';

  /** @param code why: Slack's own, or that of its client */
  constructor(readonly code: string) {
    const hint = socketHint(code);
    super(`The bot can't open a socket to Slack. ${hint === undefined ? '' : `${hint} `}(${code})`);
  }
}
