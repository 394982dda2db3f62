import { usePlayground } from '../state/playground';
import { Icon } from './icon';

/** A message about a problem of the playground. */
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
          <p>The edited rules are invalid. The previous rules stay in use.</p>
          <pre>{rules.faults}</pre>
        </div>
      )}
      {rules.kind === 'learning' && (
        <p className="banner banner-quiet">
          The edited answers are in use. Retraining on the edited examples takes a few seconds.
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
