import { Blocks } from '../blocks/blocks';
import { MessageHolder } from '../blocks/message-holder';
import { Mrkdwn } from '../blocks/mrkdwn';
import type { Shown } from '../state/selectors';

interface Props {
  readonly message: Shown;
  readonly pressed: () => void;
}

/** A message's blocks; where it has none, its text. */
export function MessageBody({ message, pressed }: Props) {
  const { blocks = [], text, edited, user } = message;
  const isEdited = edited !== undefined && edited.user === user;
  return (
    <MessageHolder message={message} pressed={pressed}>
      {blocks.length > 0 ? <Blocks blocks={blocks} /> : text !== '' && <Mrkdwn text={text} />}
      {isEdited && <span className="edited"> (edited)</span>}
    </MessageHolder>
  );
}
