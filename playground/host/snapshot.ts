import type { LocalSlack } from '../../packages/local-slack/src/local-slack';
import type { Channel } from '../../packages/local-slack/src/slack-objects';
import { ANA, PRIYA } from '../story/people';
import { places } from '../story/places';
import { questions } from '../story/questions';
import type { AppFacts, FaultState, Place, RulesReport, Snapshot, Step } from '../wire';

export const PEOPLE = [ANA, PRIYA];

interface Parts {
  readonly slack: LocalSlack;
  readonly app: AppFacts;
  readonly mode: Snapshot['mode'];
  readonly steps: readonly Step[];
  readonly faults: FaultState;
  readonly rules: RulesReport;
}

/** The current workspace, for a page that was just opened. */
export function snapshotOf({ slack, ...parts }: Parts): Snapshot {
  const { users, channels } = slack;
  const homes = PEOPLE.flatMap((user) => {
    const home = slack.homeOf(user);
    return home === undefined ? [] : [[user, home] as const];
  });
  return {
    team: 'Field Playground',
    people: PEOPLE,
    questions,
    users,
    channels: channels.map(placeOf),
    messages: channels.flatMap(({ id }) => slack.messagesIn(id)),
    ephemerals: PEOPLE.flatMap((user) => slack.ephemeralsFor(user)),
    // After a reload no modal is open, as in Slack.
    modals: {},
    homes: Object.fromEntries(homes),
    ...parts,
  };
}

/** A channel with the details that the page shows. */
export function placeOf(channel: Channel): Place {
  const seed = places.find(({ id }) => id === channel.id);
  return { ...channel, topic: seed?.topic ?? '' };
}
