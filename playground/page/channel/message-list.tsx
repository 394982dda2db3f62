import { Fragment } from 'react';
import type { Shown } from '../state/selectors';
import { dayOf } from './clock';
import { MessageRow } from './message-row';
import { useScrollToEnd } from './use-scroll-to-end';

/** The messages of a channel, the newest at the bottom, with a line where a day begins. */
export function MessageList({ messages }: { readonly messages: readonly Shown[] }) {
  const end = useScrollToEnd(messages.length);
  return (
    <div className="messages" ref={end} tabIndex={0} role="log" aria-label="Messages">
      <div className="messages-space" />
      {messages.map((message, at) => {
        const day = dayOf(message.ts);
        const before = messages[at - 1];
        const isNewDay = before === undefined || dayOf(before.ts) !== day;
        return (
          <Fragment key={message.ts}>
            {isNewDay && <p className="day">{day}</p>}
            <MessageRow message={message} />
          </Fragment>
        );
      })}
    </div>
  );
}
