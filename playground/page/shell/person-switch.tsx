import { usePlayground } from '../state/playground';
import { titleOf, userOf } from '../state/selectors';
import { Avatar } from './avatar';

/** Buttons to switch between people. */
export function PersonSwitch() {
  const { state, workspace, dispatch } = usePlayground();
  const people = workspace.people.flatMap((id) => userOf(workspace, id) ?? []);
  return (
    <div className="person-switch" role="group" aria-label="You are">
      {people.map((user) => (
        <button
          key={user.id}
          type="button"
          className="person"
          aria-pressed={user.id === state.me}
          onClick={() => {
            dispatch({ type: 'be', user: user.id });
          }}
        >
          <Avatar user={user} />
          <span className="person-name">{user.real_name}</span>
          <span className="person-title">{titleOf(user)}</span>
        </button>
      ))}
    </div>
  );
}
