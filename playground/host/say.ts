import type { Outcome } from '../../packages/local-slack/src/acts/outcome';
import type { Stage } from './stage';
import { typedText } from './typed-text';

interface Said {
  readonly user: string;
  readonly channel: string;
  readonly text: string;
  readonly threadTs?: string | undefined;
}

/** Sends the text of a message field: a slash command, a mention of the bot, or a message. */
export function say({ slack, commands }: Stage, said: Said): Promise<Outcome | undefined> {
  const { user, channel, threadTs } = said;
  const typed = said.text.trim();
  if (typed === '') return Promise.resolve(undefined);
  const [command = '', ...words] = typed.split(' ');
  const text = typedText(slack, typed);
  const thread = threadTs !== undefined && { threadTs };
  if (commands.includes(command)) {
    const question = typedText(slack, words.join(' '));
    return slack.slashCommand({ user, channel, command, text: question, ...thread });
  }
  if (typed.startsWith('/')) {
    slack.tell({ user, channel, text: `${command} is not a valid command.`, threadTs });
    return Promise.resolve(undefined);
  }
  const post = { user, channel, text, verbatim: true, ...thread };
  return slack.isMention(text) ? slack.mention(post) : slack.postAs(post);
}
