import { makeAnswer } from '../../../answer/answer';
import { chooseRoute } from '../../../answer/choose';
import { fillLine, plainLine } from '../../../answer/inline';
import { OUTDATED } from '../../blocks/outdated';
import { noteModal } from '../../blocks/note-modal';
import { replyMessage } from '../../blocks/reply-message';
import { type BlockActionRequest, apologyChannelsFor, replyPrivately } from '../../block-action';
import type { Bot } from '../../bot';
import { replyOptions } from '../../reply-options';
import { runListener } from '../../run-listener';
import { decodeChoice } from '../clarify/payload';
import { exampleModal } from '../home/blocks';

/** A press on a route in a list of topics: its answer opens, in a modal on Home, as a private message elsewhere. */
export function showRoute(bot: Bot, request: BlockActionRequest): Promise<void> {
  const { client, trigger, value, view } = request;
  return runListener(bot, {
    kind: view === null ? 'button' : 'home',
    apologyChannels: () => apologyChannelsFor(request),
    async run() {
      const { book } = bot.rules();
      const choice = decodeChoice(value, book, bot.sign);
      const route = choice?.route ?? null;
      const routed = route === null ? undefined : chooseRoute(book, { route, program: null });
      if (routed === undefined) {
        if (view === null) await replyPrivately(request, OUTDATED);
        else await client.views.open({ trigger_id: trigger, view: noteModal(OUTDATED.text) });
        return { outcome: 'outdated-button' };
      }
      const answer = makeAnswer(routed, book);
      if (view === null) {
        const options = replyOptions(bot, { canShare: true, question: null });
        await replyPrivately(request, replyMessage(answer, options));
      } else {
        const context = { book, program: null, audience: 'colleague' } as const;
        const title = plainLine(fillLine(answer.route?.title ?? '', context));
        const modal = exampleModal(title, answer, bot.channels());
        await client.views.open({ trigger_id: trigger, view: modal });
      }
      return { outcome: 'shown', route: routed.route };
    },
  });
}
