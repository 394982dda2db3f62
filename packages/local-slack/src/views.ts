import { asList, asString, isObject, type JsonObject } from './json';
import type { Ids } from './ids';
import { withIds } from './message-content';
import type { Settings } from './settings';
import type { OpenView, View } from './slack-objects';
import type { Workspace } from './workspace';

const MOST_STACKED = 3;

interface Parts {
  readonly settings: Settings;
  readonly ids: Ids;
  readonly workspace: Workspace;
}

/**
 * The modals each user has open, the top one last, and the Home tabs.
 * https://docs.slack.dev/surfaces/modals, https://docs.slack.dev/surfaces/app-home
 */
export class Views {
  private readonly stacks = new Map<string, OpenView[]>();
  private readonly homes = new Map<string, OpenView>();

  constructor(private readonly parts: Parts) {}

  stackOf(user: string): OpenView[] {
    return [...(this.stacks.get(user) ?? [])];
  }

  homeOf(user: string): OpenView | undefined {
    return this.homes.get(user);
  }

  find(idOrExternalId: string): OpenView | undefined {
    const everyView = [...this.homes.values(), ...[...this.stacks.values()].flat()];
    return everyView.find(
      ({ view }) =>
        view.id === idOrExternalId ||
        (view.external_id !== '' && view.external_id === idOrExternalId),
    );
  }

  isFull(user: string): boolean {
    return this.stackOf(user).length >= MOST_STACKED;
  }

  /** A first modal takes the place of whatever the user had open. */
  open(user: string, source: JsonObject): View {
    this.stacks.set(user, []);
    return this.push(user, source);
  }

  push(user: string, source: JsonObject): View {
    const stack = this.stackOf(user);
    const id = this.parts.ids.next('V');
    const view = this.build(source, {
      id,
      root_view_id: stack[0]?.view.id ?? id,
      previous_view_id: stack.at(-1)?.view.id ?? null,
    });
    this.setStack(user, [...stack, { user, view, errors: {} }]);
    return view;
  }

  update(open: OpenView, source: JsonObject): View {
    const { id, root_view_id, previous_view_id } = open.view;
    open.view = this.build(source, { id, root_view_id, previous_view_id });
    open.errors = {};
    this.touch(open);
    return open.view;
  }

  publish(user: string, source: JsonObject): View {
    const id = this.homes.get(user)?.view.id ?? this.parts.ids.next('V');
    const view = this.build(source, { id, root_view_id: id, previous_view_id: null });
    const home = { user, view, errors: {} };
    this.homes.set(user, home);
    this.touch(home);
    return view;
  }

  refuse(open: OpenView, errors: Readonly<Record<string, string>>): void {
    open.errors = errors;
    this.touch(open);
  }

  /** Closes one modal, and the one below it shows again. */
  close(open: OpenView): void {
    const rest = this.stackOf(open.user).filter((other) => other !== open);
    this.setStack(open.user, rest);
  }

  clear(user: string): void {
    this.setStack(user, []);
  }

  private setStack(user: string, stack: OpenView[]): void {
    this.stacks.set(user, stack);
    const top = stack.at(-1);
    if (top === undefined) this.parts.workspace.touch({ kind: 'view', what: { user } });
    else this.touch(top);
  }

  private touch(open: OpenView): void {
    const kind = open.view.type === 'home' ? 'home' : 'view';
    this.parts.workspace.touch({ kind, what: open });
  }

  private build(
    source: JsonObject,
    place: Pick<View, 'id' | 'root_view_id' | 'previous_view_id'>,
  ): View {
    const { settings, ids } = this.parts;
    return {
      ...place,
      team_id: settings.teamId,
      type: source['type'] === 'home' ? 'home' : 'modal',
      ...(isObject(source['title']) && { title: source['title'] }),
      submit: isObject(source['submit']) ? source['submit'] : null,
      close: isObject(source['close']) ? source['close'] : null,
      blocks: withIds(asList(source['blocks']).filter(isObject), ids),
      private_metadata: asString(source['private_metadata']),
      callback_id: asString(source['callback_id']),
      external_id: asString(source['external_id']),
      state: { values: {} },
      hash: ids.hash(),
      clear_on_close: source['clear_on_close'] === true,
      notify_on_close: source['notify_on_close'] === true,
      app_id: settings.appId,
      app_installed_team_id: settings.teamId,
      bot_id: settings.botId,
    };
  }
}
