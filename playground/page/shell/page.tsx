import { AppHome } from '../channel/app-home';
import { ChannelPane } from '../channel/channel-pane';
import { ThreadPane } from '../channel/thread-pane';
import { Inspector } from '../inspector/inspector';
import { ModalStack } from '../modal/modal-stack';
import { usePlayground } from '../state/playground';
import { Banner } from './banner';
import { Sidebar } from './sidebar';
import { TopBar } from './top-bar';

/** The window: top bar, list of channels, open channel, and right pane. */
export function Page() {
  const { state } = usePlayground();
  const { where, thread, isInspecting, isListOpen } = state;
  const side = isInspecting ? <Inspector /> : thread === null ? null : <ThreadPane at={thread} />;
  return (
    <div className="page" data-list={isListOpen ? 'open' : 'closed'} data-side={side !== null}>
      <a className="skip" href="#composer">
        Skip to the message field
      </a>
      <TopBar />
      <Sidebar />
      <main className="main">
        <Banner />
        {where.kind === 'home' ? <AppHome /> : <ChannelPane key={where.id} id={where.id} />}
      </main>
      {side}
      <ModalStack />
    </div>
  );
}
