import { WebClient } from '@slack/web-api';
import { pino } from 'pino';
import { openRuleBook } from '../../src/loader/open-rule-book';
import { RULES } from '../../src/cli/run-command';
import type { Bot } from '../../src/slack/bot';
import { ThreadMemory } from '../../src/slack/features/ask/thread-memory';
import { RateLimiter } from '../../src/slack/middleware/rate-limiter';
import { createFallbackChannel } from '../../src/slack/fallback-channel';
import { DeliveryHealth } from '../../src/slack/delivery/delivery-health';
import { createSigner } from '../../src/slack/signed-value';
import { AllowedTeams } from '../../src/slack/middleware/allowed-teams';
import { InFlight } from '../../src/slack/in-flight';
import type { Store } from '../../src/store/store';

/** What the listeners work with, where nothing connects them to Slack. */
export function botParts(store: Store): Bot {
  const rules = () => openRuleBook(RULES);
  return {
    rules,
    channels: () => ({}),
    fallbackChannel: createFallbackChannel(rules),
    sign: createSigner('xoxb-local'),
    log: pino({ level: 'silent' }),
    inFlight: new InFlight(),
    store,
    teamUsers: [],
    allowedTeams: new AllowedTeams(new Set(['T0LOCAL'])),
    rateLimiter: new RateLimiter(),
    threadMemory: new ThreadMemory(),
    deliveryHealth: new DeliveryHealth(),
    singleTryClient: new WebClient('xoxb-local'),
  };
}
