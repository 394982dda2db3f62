import { useEffect } from 'react';
import { Blocks } from '../blocks/blocks';
import { useForm } from '../blocks/use-form';
import { ViewHolder } from '../blocks/view-holder';
import { usePlayground } from '../state/playground';
import { APP_PANEL, AppTabs } from './app-tabs';
import { PaneHeader } from './pane-header';

/** The app's Home tab. Opening it sends an event, and the app publishes the tab. */
export function AppHome() {
  const { state, workspace, act } = usePlayground();
  const form = useForm();
  useEffect(() => {
    void act('home');
  }, [act]);
  const home = workspace.homes[state.me];
  return (
    <section className="pane" aria-label={workspace.app.name}>
      <PaneHeader title={workspace.app.name}>
        <AppTabs open="home" />
      </PaneHeader>
      <div className="app-home" id={APP_PANEL} role="tabpanel" aria-label="Home" tabIndex={0}>
        {home === undefined ? (
          <p className="waiting">The app has not published its Home tab yet.</p>
        ) : (
          <ViewHolder open={home} form={form}>
            <Blocks blocks={home.view.blocks} />
          </ViewHolder>
        )}
      </div>
    </section>
  );
}
