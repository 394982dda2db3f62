import { type LocalSlack, startLocalSlack } from '../../packages/local-slack/src/local-slack';
import { people } from '../story/people';
import { places, TEAM } from '../story/places';
import type { InstalledApp } from './read-manifest';
import { setTheStage, STORY_AGE } from './set-the-stage';

interface Wanted {
  readonly app: InstalledApp;
  readonly mode: 'http' | 'socket';
  /** The name in the rules, such as `#team`. */
  readonly teamChannel: string;
}

/** A local Slack with the people, channels and messages of the story, and with the app installed from its manifest. */
export async function openWorkspace({ app, mode, teamChannel }: Wanted): Promise<LocalSlack> {
  const clock = { lag: STORY_AGE };
  const slack = await startLocalSlack({
    mode,
    botName: app.name,
    users: people,
    channels: places.map((place) =>
      place.id === TEAM ? { ...place, name: teamChannel.replace('#', '') } : place,
    ),
    scopes: app.scopes,
    botEvents: app.botEvents,
    teamDomain: 'field-playground',
    now: () => Date.now() - clock.lag,
  });
  await setTheStage(slack, (milliseconds) => {
    clock.lag -= milliseconds;
  });
  for (const { id } of people) slack.directChannel(id);
  clock.lag = 0;
  return slack;
}
