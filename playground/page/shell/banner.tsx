import { usePlayground } from '../state/playground';
import { Icon } from './icon';

/** What keeps the playground from working as it should, in words. */
export function Banner() {
  const { state, workspace, dispatch } = usePlayground();
  const { rules } = workspace;
  return (
    <>
      {!state.isConnected && (
        <p className="banner" role="alert">
          The playground does not answer. Start it again with <code>npm run playground</code>.
        </p>
      )}
      {rules.kind === 'refused' && (
        <div className="banner" role="alert">
          <p>The edited rules were refused; those before go on.</p>
          <pre>{rules.faults}</pre>
        </div>
      )}
      {rules.kind === 'learning' && (
        <p className="banner banner-quiet">
          The answers are the edited ones already. The examples are being learned, which takes some
          seconds.
        </p>
      )}
      {state.trouble !== null && (
        <div className="banner" role="alert">
          <p>{state.trouble}</p>
          <button
            type="button"
            className="icon-button"
            aria-label="Close"
            onClick={() => {
              dispatch({ type: 'trouble', sentence: null });
            }}
          >
            <Icon name="close" />
          </button>
        </div>
      )}
    </>
  );
}
