import type { LocalSlack } from '../../packages/local-slack/src/local-slack';
import { posts } from '../story/posts';
import { typedText } from './typed-text';

/** The time between two messages of the story, in milliseconds. */
const BETWEEN = 4 * 60_000;

/** How long ago the story begins, in milliseconds. */
export const STORY_AGE = (posts.length + 1) * BETWEEN;

/**
 * Adds the messages of the story to the channels, without events to the bot.
 *
 * @param pass advances the workspace's clock by a number of milliseconds
 */
export async function setTheStage(
  slack: LocalSlack,
  pass: (milliseconds: number) => void,
): Promise<void> {
  for (const { text, ...post } of posts) {
    const typed = text === undefined ? {} : { text: typedText(slack, text), verbatim: true };
    await slack.postAs({ ...post, ...typed, silent: true });
    pass(BETWEEN);
  }
}
