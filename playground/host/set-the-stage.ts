import type { LocalSlack } from '../../packages/local-slack/src/local-slack';
import { posts } from '../story/posts';
import { typedText } from './typed-text';

/** The story's messages look as if they had come in one by one. In milliseconds. */
const BETWEEN = 4 * 60_000;

/** How much older than now the story begins. In milliseconds. */
export const STORY_AGE = (posts.length + 1) * BETWEEN;

/**
 * Puts the story's messages into the channels; the bot hears nothing of them.
 *
 * @param pass lets so many milliseconds pass on the workspace's clock
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
