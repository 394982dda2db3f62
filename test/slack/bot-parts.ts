import { pino } from 'pino';
import { openRules } from '../../src/loader/open-rule-book';
import { RULES } from '../../src/cli/run-command';
import type { Bot } from '../../src/slack/bot';
import { Flood } from '../../src/slack/middleware/rate-limiter';
import { placeToAsk } from '../../src/slack/fallback-channel';
import { Reach } from '../../src/slack/delivery/delivery-health';
import { makeSeal } from '../../src/slack/signed-value';
import { ServedTeams } from '../../src/slack/middleware/allowed-teams';
import { UnderWay } from '../../src/slack/in-flight';
import type { Store } from '../../src/store/store';

/** What the listeners work with, where nothing connects them to Slack. */
export function botParts(store: Store): Bot {
  const rules = () => openRules(RULES);
  return {
    rules,
    channels: () => ({}),
    place: placeToAsk(rules),
    seal: makeSeal('xoxb-local'),
    log: pino({ level: 'silent' }),
    underWay: new UnderWay(),
    store,
    teamUsers: [],
    served: new ServedTeams(new Set(['T0LOCAL'])),
    flood: new Flood(),
    reach: new Reach(),
  };
}
