import { EventEmitter } from 'node:events';
import { asString } from './json';
import { handleOf, type Settings } from './settings';
import type { Channel, ChannelSeed, Ephemeral, Message, User, UserSeed } from './slack-objects';

export const SLACKBOT = 'USLACKBOT';

export interface Change {
  readonly kind: 'message' | 'ephemeral' | 'view' | 'home' | 'call' | 'request' | 'connection';
  readonly what: object;
}

/** Everything a workspace holds: people, channels and what was written in them. */
export class Workspace extends EventEmitter<{ change: [Change] }> {
  readonly users = new Map<string, User>();
  readonly channels = new Map<string, Channel>();
  readonly ephemerals: Ephemeral[] = [];
  private readonly messages = new Map<string, Message[]>();
  private readonly touchedAt = new WeakMap<object, number>();
  private clock = 0;

  constructor(private readonly settings: Settings) {
    super();
    this.setMaxListeners(0);
    for (const seed of [...settings.users, ...this.ownUsers()]) this.addUser(seed);
    for (const seed of settings.channels) this.addChannel(seed);
  }

  addUser(seed: UserSeed): User {
    const user: User = {
      team_id: this.settings.teamId,
      real_name: seed.name,
      deleted: false,
      is_bot: false,
      is_restricted: false,
      is_ultra_restricted: false,
      tz: 'Europe/Amsterdam',
      profile: { display_name: seed.name },
      ...seed,
    };
    this.users.set(user.id, user);
    return user;
  }

  addChannel(seed: ChannelSeed): Channel {
    const channel: Channel = {
      is_im: false,
      is_private: false,
      is_archived: false,
      is_ext_shared: false,
      members: [...this.users.keys()].filter((user) => user !== SLACKBOT),
      ...seed,
    };
    this.channels.set(channel.id, channel);
    return channel;
  }

  /** By id or by name, with or without the #. */
  channel(idOrName: string): Channel | undefined {
    const name = idOrName.replace(/^#/, '');
    return (
      this.channels.get(idOrName) ??
      [...this.channels.values()].find((channel) => !channel.is_im && channel.name === name)
    );
  }

  /** The direct message between the bot and a user, opened at the first need. */
  directChannel(user: string): Channel {
    const id = `D${user.slice(1)}`;
    return (
      this.channels.get(id) ??
      this.addChannel({
        id,
        name: 'directmessage',
        is_im: true,
        is_private: true,
        user,
        members: [user, this.settings.botUserId],
      })
    );
  }

  /** The channel to write into: a user's id stands for the direct message with them. */
  target(id: string): Channel | undefined {
    return this.users.has(id) ? this.directChannel(id) : this.channel(id);
  }

  hasBot(channel: Channel): boolean {
    return channel.members.includes(this.settings.botUserId);
  }

  messagesIn(channel: string): Message[] {
    return [...(this.messages.get(this.channel(channel)?.id ?? channel) ?? [])];
  }

  message(channel: string, ts: string): Message | undefined {
    return this.messages.get(channel)?.find((message) => message.ts === ts);
  }

  thread(channel: string, ts: string): Message[] {
    return this.messagesIn(channel).filter(
      (message) => message.ts === ts || message.thread_ts === ts,
    );
  }

  post(message: Message): Message {
    const posted = this.messages.get(message.channel);
    if (posted === undefined) this.messages.set(message.channel, [message]);
    else posted.push(message);
    this.countReply(message);
    this.touch({ kind: 'message', what: message });
    return message;
  }

  edit(message: Message, changes: Partial<Message>): void {
    Object.assign(message, changes);
    this.touch({ kind: 'message', what: message });
  }

  remove(message: Message): void {
    const kept = this.messagesIn(message.channel).filter((other) => other !== message);
    this.messages.set(message.channel, kept);
    this.touch({ kind: 'message', what: message });
  }

  show(ephemeral: Ephemeral): Ephemeral {
    this.ephemerals.push(ephemeral);
    this.touch({ kind: 'ephemeral', what: ephemeral });
    return ephemeral;
  }

  dismiss(ephemeral: Ephemeral): void {
    const index = this.ephemerals.indexOf(ephemeral);
    if (index >= 0) this.ephemerals.splice(index, 1);
    this.touch({ kind: 'ephemeral', what: ephemeral });
  }

  /** A moment in the order of changes, to ask later what changed since. */
  moment(): number {
    return this.clock;
  }

  changedSince(thing: object, moment: number): boolean {
    return (this.touchedAt.get(thing) ?? 0) > moment;
  }

  touch(change: Change): void {
    this.clock += 1;
    this.touchedAt.set(change.what, this.clock);
    this.emit('change', change);
  }

  private countReply(message: Message): void {
    const parent = message.thread_ts && this.message(message.channel, message.thread_ts);
    if (!parent || parent === message) return;
    parent.thread_ts = parent.ts;
    parent.reply_count = (parent.reply_count ?? 0) + 1;
    parent.latest_reply = message.ts;
    if (parent.user !== undefined) message.parent_user_id = parent.user;
  }

  private ownUsers(): UserSeed[] {
    const { botUserId, botName, botId, appId } = this.settings;
    return [
      {
        id: botUserId,
        name: handleOf(botName),
        real_name: botName,
        is_bot: true,
        profile: { bot_id: botId, api_app_id: appId },
      },
      { id: SLACKBOT, name: 'slackbot', real_name: 'Slackbot' },
    ];
  }
}

export function botIdOf(user: User | undefined): string {
  return asString(user?.profile['bot_id']);
}
