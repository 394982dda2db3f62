import { z } from 'zod';
import type { Outcome } from '../../packages/local-slack/src/acts/outcome';
import { API_FAULTS, type ActReply } from '../wire';
import { say } from './say';
import type { Stage } from './stage';

type Perform = (stage: Stage, input: unknown) => Promise<ActReply>;

const user = z.string();
const channel = z.string();
const entered = z.record(z.string(), z.unknown());

function act<S extends z.ZodType>(
  schema: S,
  perform: (stage: Stage, input: z.output<S>) => Promise<Outcome | undefined>,
): Perform {
  return async (stage, input) => {
    const outcome = await perform(stage, schema.parse(input));
    return { refused: outcome !== undefined && isRefused(outcome) };
  };
}

/** An error that Slack's client finds itself, such as an empty required field. The page shows it at the field. */
function isRefused({ acknowledged, status, ms, problems }: Outcome): boolean {
  const wasSent = status !== null || ms > 0;
  return wasSent && (!acknowledged || problems.length > 0);
}

/** The actions of the page, by the name in the URL. */
export const acts: Readonly<Record<string, Perform>> = {
  say: act(
    z.object({ user, channel, text: z.string(), threadTs: z.string().optional() }),
    (stage, input) => say(stage, input),
  ),
  shortcut: act(
    z.object({ user, channel, callbackId: z.string(), messageTs: z.string() }),
    ({ slack }, input) => slack.messageShortcut(input),
  ),
  press: act(
    z.object({
      user,
      messageTs: z.string().optional(),
      viewId: z.string().optional(),
      actionId: z.string(),
      blockId: z.string(),
      value: z.union([z.string(), z.array(z.string())]).optional(),
      entered: entered.optional(),
    }),
    ({ slack }, { messageTs, viewId, ...input }) => {
      const ephemeral = slack.ephemeralsFor(input.user).find(({ ts }) => ts === messageTs);
      if (ephemeral !== undefined) return slack.press({ ...input, ephemeral });
      return slack.press({
        ...input,
        ...(messageTs !== undefined && { messageTs }),
        ...(viewId !== undefined && { viewId }),
      });
    },
  ),
  submit: act(z.object({ user, viewId: z.string(), values: entered }), ({ slack }, input) =>
    slack.submitView(input),
  ),
  close: act(z.object({ user, viewId: z.string() }), ({ slack }, input) => slack.closeView(input)),
  home: act(z.object({ user }), ({ slack }, input) => slack.openHome(input)),
  faults: act(
    z.object({ api: z.enum(API_FAULTS), expiredTriggers: z.boolean() }),
    ({ faults }, input) => {
      faults.set(input);
      return Promise.resolve(undefined);
    },
  ),
  'lose-ack': act(z.object({}), ({ slack }) => {
    slack.faults.loseAck();
    return Promise.resolve(undefined);
  }),
  socket: act(z.object({ kind: z.enum(['refresh', 'cut']) }), ({ slack }, { kind }) => {
    slack.faults.socket(kind);
    return Promise.resolve(undefined);
  }),
};
