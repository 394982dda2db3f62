import { Blocks } from '../blocks/blocks';
import { MessageHolder } from '../blocks/message-holder';
import { Mrkdwn } from '../blocks/mrkdwn';
import type { Shown } from '../state/selectors';

/** A message's blocks, or its text if it has no blocks. */
export function MessageBody({ message }: { readonly message: Shown }) {
  const { blocks = [], text, edited, user } = message;
  const isEdited = edited !== undefined && edited.user === user;
  return (
    <MessageHolder message={message}>
      {blocks.length > 0 ? <Blocks blocks={blocks} /> : text !== '' && <Mrkdwn text={text} />}
      {isEdited && <span className="edited"> (edited)</span>}
    </MessageHolder>
  );
}
