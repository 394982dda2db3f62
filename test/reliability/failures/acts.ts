import type { LocalSlack } from '../../../packages/local-slack/src/local-slack';
import type { Ephemeral, Message } from '../../../packages/local-slack/src/slack-objects';

const QUESTION = 'who owns an account that only has an edu subscription?';
const FOREIGN = 'where do I park my zeppelin?';
const LETTER =
  'Hello,\n\nI teach software engineering at a university. How can our students get GitLab for free through your education program?\n\nBest regards\nInes';

/** Where a person acts, and the question that the bot asks back about. */
export interface Scene {
  readonly slack: LocalSlack;
  readonly user: string;
  readonly channel: string;
  readonly unclear: string;
}

/** Gets ready, while Slack is well, and gives what the person does then. */
type Act = (scene: Scene) => Promise<() => Promise<unknown>>;

async function askPrivately({ slack, user, channel }: Scene, text: string): Promise<Ephemeral> {
  const command = { user, channel, command: '/program-route', text };
  const [ephemeral] = (await slack.slashCommand(command)).userSees.ephemerals;
  if (ephemeral === undefined) throw new Error('There was no answer.');
  return ephemeral;
}

async function askInThread({ slack, user, channel }: Scene, text: string): Promise<Message> {
  const { message } = await slack.mention({ user, channel, text });
  return slack.waitFor(() => slack.thread(channel, message.ts)[1]);
}

/** A press on a button below the private answer to a question. */
function pressBelow(text: string, actionId: string, value?: string): Act {
  return async (scene) => {
    const { slack, user } = scene;
    const ephemeral = await askPrivately(scene, text);
    return () => slack.press({ user, ephemeral, actionId, value });
  };
}

async function leadView(scene: Scene): Promise<string> {
  const { slack, user, channel } = scene;
  const post = { user, channel, text: LETTER, silent: true };
  const { message } = await slack.postAs(post);
  const place = { channel, messageTs: message.ts };
  await slack.messageShortcut({ user, callbackId: 'route_lead', ...place });
  const { view } = await slack.waitFor(() => slack.viewsOf(user).at(-1));
  return view.id;
}

async function modalBelow(scene: Scene, actionId: string): Promise<string> {
  await (
    await pressBelow(FOREIGN, actionId)(scene)
  )();
  const { view } = await scene.slack.waitFor(() => scene.slack.viewsOf(scene.user).at(-1));
  return view.id;
}

async function homeView({ slack, user }: Scene): Promise<string> {
  await slack.openHome({ user });
  return (await slack.waitFor(() => slack.homeOf(user))).view.id;
}

/** Everything that a person can ask of the bot, by the surface and what they do there. */
export const ACTS = {
  command: (scene) => Promise.resolve(() => askPrivately(scene, QUESTION)),
  shortcut: async ({ slack, user, channel }) => {
    const { message } = await slack.postAs({ user, channel, text: LETTER, silent: true });
    const place = { channel, messageTs: message.ts };
    return () => slack.messageShortcut({ user, callbackId: 'route_lead', ...place });
  },
  choose: (scene) => pressBelow(scene.unclear, 'choose-0')(scene),
  'choose in a thread': async (scene) => {
    const { ts } = await askInThread(scene, scene.unclear);
    return () => scene.slack.press({ user: scene.user, messageTs: ts, actionId: 'choose-0' });
  },
  'none of these': (scene) => pressBelow(scene.unclear, 'choose-none')(scene),
  share: pressBelow(QUESTION, 'share'),
  'not what I asked': pressBelow(QUESTION, 'not-what-i-asked'),
  vote: pressBelow(QUESTION, 'feedback', 'negative'),
  'ask the team': pressBelow(FOREIGN, 'ask-team'),
  'help mend': pressBelow(FOREIGN, 'keep-text'),
  'post to the team': async (scene) => {
    const viewId = await modalBelow(scene, 'ask-team');
    const values = { 'ask-team-text': 'Where to park the zeppelin?' };
    return () => scene.slack.submitView({ user: scene.user, viewId, values });
  },
  'keep the text': async (scene) => {
    const viewId = await modalBelow(scene, 'keep-text');
    const values = { 'kept-text': 'where do I park?', 'keep-consent': ['agreed'] };
    return () => scene.slack.submitView({ user: scene.user, viewId, values });
  },
  'send the lead': async (scene) => {
    const viewId = await leadView(scene);
    return () => scene.slack.submitView({ user: scene.user, viewId, values: {} });
  },
  'another program': async (scene) => {
    const press = { user: scene.user, viewId: await leadView(scene), actionId: 'lead-program' };
    return () => scene.slack.press({ ...press, value: 'open-source' });
  },
  'try an example': async (scene) => {
    const press = { user: scene.user, viewId: await homeView(scene), actionId: 'try-1' };
    return () => scene.slack.press(press);
  },
  home: ({ slack, user }) => Promise.resolve(() => slack.openHome({ user })),
  mention: ({ slack, user, channel }) =>
    Promise.resolve(() => slack.mention({ user, channel, text: QUESTION })),
  'direct message': ({ slack, user }) =>
    Promise.resolve(() => slack.directMessage({ user, text: QUESTION })),
} satisfies Readonly<Record<string, Act>>;

export type ActName = keyof typeof ACTS;

/** Everything that a person has before their eyes, each thing as JSON. */
export function visibleTo({ slack, user, channel }: Omit<Scene, 'unclear'>): string[] {
  const direct = slack.channels.find((one) => one.is_im && one.user === user);
  const things: readonly unknown[] = [
    ...slack.ephemeralsFor(user),
    ...slack.viewsOf(user).map(({ view, errors }) => ({ view: view.blocks, errors })),
    slack.homeOf(user)?.view.blocks ?? [],
    ...[channel, direct?.id ?? channel].flatMap((id) =>
      slack.messagesIn(id).filter((message) => message.user !== user),
    ),
  ];
  return things.map((thing) => JSON.stringify(thing));
}
