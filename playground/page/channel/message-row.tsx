import { Avatar } from '../shell/avatar';
import { Icon } from '../shell/icon';
import { usePlayground } from '../state/playground';
import { isEphemeral, type Shown, userOf } from '../state/selectors';
import { timeOf } from './clock';
import { EmailCard } from './email-card';
import { MessageBody } from './message-body';
import { MessageHead } from './message-head';
import { MessageMenu } from './message-menu';
import { ThreadLink } from './thread-link';
import { useFocusAfterPress } from './use-focus-after-press';

interface Props {
  readonly message: Shown;
  readonly isInThread?: boolean;
}

/** One message, with the menu that shows on hover and focus. */
export function MessageRow({ message, isInThread = false }: Props) {
  const { workspace } = usePlayground();
  const { ts, user, files = [] } = message;
  const author = userOf(workspace, user);
  const name = author?.real_name ?? 'Slackbot';
  const isPrivate = isEphemeral(message);
  const { row, pressed } = useFocusAfterPress(message);
  const label = `${name}, ${timeOf(ts)}`;
  return (
    <article
      ref={row}
      className="message"
      aria-label={label}
      data-private={isPrivate}
      tabIndex={-1}
    >
      {isPrivate && (
        <p className="only-you">
          <Icon name="eye" /> Only visible to you
        </p>
      )}
      <Avatar user={author} />
      <div className="message-content">
        <MessageHead author={author} name={name} ts={ts} />
        <MessageBody message={message} pressed={pressed} />
        {files.map((file) => (
          <EmailCard key={String(file['id'])} file={file} />
        ))}
        {!isInThread && !isPrivate && <ThreadLink message={message} />}
      </div>
      {!isPrivate && <MessageMenu message={message} isInThread={isInThread} of={label} />}
    </article>
  );
}
