import { type Block as LibraryBlockType, Message } from 'slack-blocks-to-jsx';
import { usePlayground } from '../state/playground';
import { useTheme } from '../state/use-theme';
import type { Block } from './block';
import { PlaceMark } from './place-mark';

/** Rich text, Markdown, images and similar blocks, rendered by slack-blocks-to-jsx. */
export function LibraryBlock({ block }: { readonly block: Block }) {
  const { workspace } = usePlayground();
  const theme = useTheme();
  return (
    <Message
      withoutWrapper
      name=""
      logo=""
      theme={theme}
      blocks={[block as unknown as LibraryBlockType]}
      data={{
        users: workspace.users.map(({ id, real_name: name }) => ({ id, name })),
        channels: workspace.channels.map(({ id, name }) => ({ id, name })),
      }}
      hooks={{ channel: ({ id, name }) => <PlaceMark id={id} name={name} /> }}
    />
  );
}
