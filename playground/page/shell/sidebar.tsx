import { usePlayground } from '../state/playground';
import { appChannelId, nameOfPlace, userOf } from '../state/selectors';
import { Avatar } from './avatar';
import { PersonSwitch } from './person-switch';
import { SidebarItem } from './sidebar-item';

export function Sidebar() {
  const { state, workspace } = usePlayground();
  const { me } = state;
  const mine = workspace.channels.filter(({ members }) => members.includes(me));
  const channels = mine.filter(({ is_im: isIm }) => !isIm);
  const direct = mine.filter(({ is_im: isIm, id }) => isIm && id !== appChannelId(me));
  return (
    <nav className="sidebar" aria-label="Channels">
      <h1 className="workspace-name">{workspace.team}</h1>
      <PersonSwitch />
      <h2>Channels</h2>
      <ul>
        {channels.map((place) => (
          <SidebarItem key={place.id} where={{ kind: 'channel', id: place.id }}>
            <span className="sidebar-mark">#</span>
            {place.name}
          </SidebarItem>
        ))}
      </ul>
      {direct.length > 0 && <h2>Direct messages</h2>}
      <ul>
        {direct.map((place) => (
          <SidebarItem key={place.id} where={{ kind: 'channel', id: place.id }}>
            <Avatar
              user={userOf(
                workspace,
                place.members.find((one) => one !== me),
              )}
            />
            {nameOfPlace(workspace, me, place)}
          </SidebarItem>
        ))}
      </ul>
      <h2>Apps</h2>
      <ul>
        <SidebarItem where={{ kind: 'home' }} also={appChannelId(me)}>
          <Avatar user={userOf(workspace, workspace.app.userId)} />
          {workspace.app.name}
        </SidebarItem>
      </ul>
    </nav>
  );
}
