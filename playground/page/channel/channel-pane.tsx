import { Composer } from './composer';
import { usePlayground } from '../state/playground';
import { appChannelId, messagesOf, nameOfPlace } from '../state/selectors';
import { APP_PANEL, AppTabs } from './app-tabs';
import { MessageList } from './message-list';
import { PaneHeader } from './pane-header';
import { ReadyQuestions } from './ready-questions';

const PANEL = { id: APP_PANEL, role: 'tabpanel', 'aria-label': 'Messages with the app' };

/** A channel or a conversation. */
export function ChannelPane({ id }: { readonly id: string }) {
  const { state, workspace } = usePlayground();
  const { me } = state;
  const place = workspace.channels.find((channel) => channel.id === id);
  if (place === undefined) return null;
  const isApp = id === appChannelId(me);
  const name = isApp ? workspace.app.name : nameOfPlace(workspace, me, place);
  return (
    <section className="pane" aria-label={name}>
      <PaneHeader title={place.is_im ? name : `# ${name}`} note={place.topic}>
        {isApp && <AppTabs open="messages" />}
      </PaneHeader>
      <div className="pane-body" {...(isApp && PANEL)}>
        <MessageList messages={messagesOf(workspace, me, id)} />
        <ReadyQuestions channel={id} />
        <Composer
          key={me}
          id="composer"
          channel={id}
          label={`Message ${place.is_im ? '' : '#'}${name}`}
        />
      </div>
    </section>
  );
}
