import type { LocalSlack } from '../server/local-slack';
import { posts } from '../story/posts';
import { typedText } from './typed-text';

/** Puts the story's messages into the channels; the bot hears nothing of them. */
export async function setTheStage(slack: LocalSlack): Promise<void> {
  for (const { text, ...post } of posts) {
    const typed = text === undefined ? {} : { text: typedText(slack, text), verbatim: true };
    await slack.postAs({ ...post, ...typed, silent: true });
  }
}
