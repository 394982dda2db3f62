import type { SocketModeReceiverOptions } from '@slack/bolt';
import type { FetchFunction } from '@slack/web-api';
import { EnvHttpProxyAgent, fetch as fetchWith } from 'undici';
import { type Fetch, guardFetch } from './guard-fetch';

/** Proxies between the bot and Slack. The database does not use them. */
export interface ProxySettings {
  /** For `https://` and `wss://`, such as `http://proxy.example:3128`; undefined: `http` is for both. */
  readonly https: string | undefined;
  /** For `http://` and `ws://`. */
  readonly http: string | undefined;
  /** Hosts that the bot reaches directly, comma-separated, such as `localhost,.example.com`; `*` for every host. */
  readonly except: string;
}

/** How the bot reaches Slack. */
export interface Network {
  /** Calls the Web API and the response_urls, and nothing else. */
  readonly fetch: FetchFunction;
  /** Opens the WebSocket of Socket Mode through the proxy; undefined without a proxy. */
  readonly dispatcher: SocketModeReceiverOptions['dispatcher'];
}

/**
 * Makes the network for a configuration. Node below 24 does not read HTTPS_PROXY, and a WebSocket never does.
 *
 * @param apiUrl the configured address of the Web API; undefined: Slack's own
 */
export function openNetwork(proxy: ProxySettings | undefined, apiUrl: string | undefined): Network {
  if (proxy?.https === undefined && proxy?.http === undefined) {
    return { fetch: guardFetch(fetch, apiUrl), dispatcher: undefined };
  }
  const { https, http, except } = proxy;
  const dispatcher = new EnvHttpProxyAgent({
    ...(https !== undefined && { httpsProxy: https }),
    ...(http !== undefined && { httpProxy: http }),
    noProxy: except,
    // A WebSocket needs a connection of its own.
    allowH2: false,
  });
  const throughProxy: Fetch = (url, init) =>
    fetchWith(url, { ...(init as Parameters<typeof fetchWith>[1]), dispatcher });
  return { fetch: guardFetch(throughProxy, apiUrl), dispatcher };
}
