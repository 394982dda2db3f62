import type { EventEmitter } from 'node:events';
import { type MessageShortcut, messageShortcut } from './acts/message-shortcut';
import { limitEvents } from './acts/limit-events';
import { openHome } from './acts/open-home';
import type { Outcome } from './acts/outcome';
import {
  type Edit,
  type Post,
  type Posted,
  deleteAs,
  directMessage,
  editAs,
  mention,
  postAs,
} from './acts/post';
import { type Press, press } from './acts/press';
import { type SlashCommand, slashCommand } from './acts/slash-command';
import { type Submission, closeView, submitView } from './acts/submit-view';
import { type SlackbotsWord, slackbotTells } from './bot-message';
import { BotLink } from './bot-link';
import type { BotPayload, BotRequest } from './bot-request';
import type { Core } from './core';
import { EventSender } from './event-sender';
import { Faults } from './faults';
import { type ApiCall, HttpFront } from './http-front';
import { Ids } from './ids';
import { Inputs } from './inputs';
import { PostingLimit } from './posting-limit';
import { ResponseUrls } from './response-urls';
import { type LocalSlackOptions, type Settings, checkedEventsUrl, settle } from './settings';
import type {
  Channel,
  ChannelSeed,
  Ephemeral,
  Message,
  OpenView,
  User,
  UserSeed,
} from './slack-objects';
import { SocketHub } from './socket-hub';
import { TriggerIds } from './trigger-ids';
import { Views } from './views';
import { type Change, Workspace } from './workspace';

const WAIT_MS = 15_000;
const LOOK_AGAIN_MS = 10;

/** A simulation of Slack's servers on this machine: act as its users, then inspect the results. */
export class LocalSlack {
  readonly faults: Faults;
  private readonly core: Core;
  private readonly front: HttpFront;
  private listens = '';

  constructor(private readonly settings: Settings) {
    const ids = new Ids(settings.now);
    const workspace = new Workspace(settings);
    const triggers = new TriggerIds(settings, ids);
    const sockets = new SocketHub({ settings, ids, workspace });
    this.faults = new Faults(
      (kind, most) => {
        sockets.strike(kind, most);
      },
      (on) => {
        triggers.allExpired = on;
      },
    );
    const bot = new BotLink({ settings, workspace, faults: this.faults, sockets });
    this.core = {
      settings,
      ids,
      workspace,
      triggers,
      sockets,
      bot,
      faults: this.faults,
      views: new Views({ settings, ids, workspace }),
      responseUrls: new ResponseUrls(),
      postingLimit: new PostingLimit(settings),
      events: new EventSender({ settings, ids, bot }),
      inputs: new Inputs(),
    };
    this.front = new HttpFront(this.core);
  }

  async listen(): Promise<void> {
    this.listens = await this.front.listen();
    this.core.responseUrls.origin = this.settings.publicUrl || this.listens;
  }

  async stop(): Promise<void> {
    this.core.events.stop();
    this.core.bot.stop();
    await this.core.sockets.stop();
    await this.front.stop();
  }

  /** Such as http://127.0.0.1:40123, or `publicUrl` */
  get url(): string {
    return this.core.responseUrls.origin;
  }

  /** The port where it listens on this machine. */
  get port(): number {
    return Number(new URL(this.listens).port);
  }

  /** For the `slackApiUrl` of Bolt's clientOptions. */
  get apiUrl(): string {
    return `${this.url}/api/`;
  }

  get eventsUrl(): string {
    return this.settings.eventsUrl;
  }

  set eventsUrl(eventsUrl: string) {
    this.settings.eventsUrl = checkedEventsUrl(eventsUrl);
  }

  // What users do

  slashCommand(input: SlashCommand): Promise<Outcome> {
    return slashCommand(this.core, input);
  }

  mention(input: Post & { text: string }): Promise<Posted> {
    return mention(this.core, input);
  }

  directMessage(input: Omit<Post, 'channel'> & { text: string }): Promise<Posted> {
    return directMessage(this.core, input);
  }

  messageShortcut(input: MessageShortcut): Promise<Outcome> {
    return messageShortcut(this.core, input);
  }

  press(input: Press): Promise<Outcome> {
    return press(this.core, input);
  }

  submitView(input: Submission): Promise<Outcome> {
    return submitView(this.core, input);
  }

  closeView(input: Omit<Submission, 'values'>): Promise<Outcome> {
    return closeView(this.core, input);
  }

  openHome(input: { readonly user: string }): Promise<Outcome> {
    return openHome(this.core, input);
  }

  postAs(input: Post): Promise<Posted> {
    return postAs(this.core, input);
  }

  editAs(input: Edit): Promise<Posted> {
    return editAs(this.core, input);
  }

  deleteAs(input: Omit<Edit, 'text'>): Promise<Posted> {
    return deleteAs(this.core, input);
  }

  /** Tells the app that it gets no events for a while, since too many came. */
  limitEvents(): Promise<BotRequest> {
    return limitEvents(this.core);
  }

  /** Sends the bot a payload as it is, whatever is in it, and looks at its answer. */
  sendToBot(payload: BotPayload): Promise<BotRequest> {
    return this.core.bot.send(payload);
  }

  /** Sends a text over one of the bot's WebSockets, where an envelope should be. */
  sendFrame(text: string): void {
    this.core.sockets.sendFrame(text);
  }

  /** A message from Slackbot that only one user sees. */
  tell(input: SlackbotsWord): Ephemeral {
    return slackbotTells(this.core, input);
  }

  addUser(seed: UserSeed): User {
    return this.core.workspace.addUser(seed);
  }

  /** A user's direct messages with the bot. */
  directChannel(user: string): Channel {
    return this.core.workspace.directChannel(user);
  }

  addChannel(seed: ChannelSeed): Channel {
    return this.core.workspace.addChannel(seed);
  }

  // What there is to see

  get channels(): readonly Channel[] {
    return [...this.core.workspace.channels.values()];
  }

  get users(): readonly User[] {
    return [...this.core.workspace.users.values()];
  }

  /** Whether a text as Slack stores it mentions the bot. */
  isMention(text: string): boolean {
    return text.includes(`<@${this.settings.botUserId}>`);
  }

  messagesIn(channel: string): readonly Message[] {
    return this.core.workspace.messagesIn(channel);
  }

  thread(channel: string, ts: string): readonly Message[] {
    return this.core.workspace.thread(channel, ts);
  }

  ephemeralsFor(user: string, channel?: string): readonly Ephemeral[] {
    return this.core.workspace.ephemerals.filter(
      (ephemeral) =>
        ephemeral.viewer === user && (channel === undefined || ephemeral.channel === channel),
    );
  }

  /** The modals a user has open, the one on top last. */
  viewsOf(user: string): readonly OpenView[] {
    return this.core.views.stackOf(user);
  }

  homeOf(user: string): OpenView | undefined {
    return this.core.views.homeOf(user);
  }

  get calls(): readonly ApiCall[] {
    return this.front.calls;
  }

  get requests(): readonly BotRequest[] {
    return this.core.bot.requests;
  }

  /** How many WebSockets the app holds open. */
  get connections(): number {
    return this.core.sockets.connections.length;
  }

  on(event: 'change', listener: (change: Change) => void): EventEmitter {
    return this.core.workspace.on(event, listener);
  }

  off(event: 'change', listener: (change: Change) => void): EventEmitter {
    return this.core.workspace.off(event, listener);
  }

  /** What the predicate finds, as soon as it finds something; asked again at every change. */
  async waitFor<T>(
    predicate: (slack: this) => T | undefined | null | false,
    timeoutMs = WAIT_MS,
  ): Promise<T> {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      const found = predicate(this);
      if (found !== undefined && found !== null && found !== false) return found;
      if (Date.now() > deadline) {
        throw new Error(`Nothing of the kind happened in ${timeoutMs} ms: ${predicate.toString()}`);
      }
      await this.nextLook();
    }
  }

  private nextLook(): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        clearTimeout(timer);
        this.core.workspace.off('change', look);
        resolve();
      };
      const timer = setTimeout(look, LOOK_AGAIN_MS);
      this.core.workspace.once('change', look);
    });
  }
}

/** Starts a local Slack; it answers as soon as the promise resolves. */
export async function startLocalSlack(options: LocalSlackOptions = {}): Promise<LocalSlack> {
  const slack = new LocalSlack(settle(options));
  await slack.listen();
  return slack;
}
