import { pino } from 'pino';
import { openRules } from '../../src/cache/open-rules';
import { RULES } from '../../src/cli/run-command';
import type { Bot } from '../../src/slack/bot';
import { Flood } from '../../src/slack/flood';
import { placeToAsk } from '../../src/slack/place-to-ask';
import { Reach } from '../../src/slack/reach';
import { makeSeal } from '../../src/slack/seal';
import { ServedTeams } from '../../src/slack/served-teams';
import { UnderWay } from '../../src/slack/under-way';
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
