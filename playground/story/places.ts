import type { ChannelSeed } from '../../packages/local-slack/src/slack-objects';
import { ANA, TOM } from './people';

export const FIELD = 'C0FIELD';
export const LEADS = 'C0LEADS';
/** The channel where "Ask the team" posts. The rules name it. */
export const TEAM = 'C0TEAM';
export const ANA_AND_TOM = 'D0ANATOM';

interface PlaceSeed extends ChannelSeed {
  readonly topic: string;
}

export const places: readonly PlaceSeed[] = [
  { id: FIELD, name: 'field-questions', topic: 'Who answers what? Ask here, or ask the bot.' },
  { id: LEADS, name: 'inbound-leads', topic: 'Emails of leads, forwarded here.' },
  { id: TEAM, name: 'team', topic: 'The team that answers what the bot cannot.' },
  {
    id: ANA_AND_TOM,
    name: 'directmessage',
    topic: '',
    is_im: true,
    is_private: true,
    user: TOM,
    members: [ANA, TOM],
  },
];
