import type { LocalSlack } from '../../packages/local-slack/src/local-slack';
import type { Ephemeral, Message, OpenView } from '../../packages/local-slack/src/slack-objects';
import type { Change } from '../../packages/local-slack/src/workspace';
import type { News } from '../wire';

/** Converts a change of the workspace to an update for the page; undefined if the page does not show it. */
export function newsOf(slack: LocalSlack, { kind, what }: Change): News | undefined {
  switch (kind) {
    case 'message':
      return messageNews(slack, what as Message);
    case 'ephemeral':
      return ephemeralNews(slack, what as Ephemeral);
    case 'view': {
      const { user } = what as OpenView;
      return { type: 'modals', user, stack: slack.viewsOf(user) };
    }
    case 'home': {
      const home = what as OpenView;
      return { type: 'home', user: home.user, home };
    }
    default:
      return undefined;
  }
}

function messageNews(slack: LocalSlack, message: Message): News {
  const { channel, ts } = message;
  const stands = slack.messagesIn(channel).some((one) => one.ts === ts);
  return stands ? { type: 'message', message } : { type: 'message gone', channel, ts };
}

function ephemeralNews(slack: LocalSlack, ephemeral: Ephemeral): News {
  const { viewer, ts } = ephemeral;
  const stands = slack.ephemeralsFor(viewer).some((one) => one.ts === ts);
  return stands ? { type: 'ephemeral', ephemeral } : { type: 'ephemeral gone', ts };
}
