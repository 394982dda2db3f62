import type { JsonObject } from './json';

/** https://docs.slack.dev/reference/objects/user-object */
export interface User {
  id: string;
  team_id: string;
  name: string;
  real_name: string;
  deleted: boolean;
  is_bot: boolean;
  /** A guest of several channels; with `is_ultra_restricted`, of one. */
  is_restricted: boolean;
  is_ultra_restricted: boolean;
  tz: string;
  profile: JsonObject;
}

export type UserSeed = Pick<User, 'id' | 'name'> & Partial<User>;

/** https://docs.slack.dev/reference/objects/conversation-object */
export interface Channel {
  id: string;
  name: string;
  is_im: boolean;
  is_private: boolean;
  is_archived: boolean;
  is_ext_shared: boolean;
  /** The other side of a direct message. */
  user?: string;
  members: string[];
}

export type ChannelSeed = Pick<Channel, 'id' | 'name'> & Partial<Channel>;

/** https://docs.slack.dev/reference/events/message */
export interface Message {
  type: 'message';
  channel: string;
  ts: string;
  text: string;
  subtype?: string;
  user?: string;
  team?: string;
  /** Both only where the author belongs to another workspace. */
  user_team?: string;
  source_team?: string;
  bot_id?: string;
  app_id?: string;
  bot_profile?: JsonObject;
  thread_ts?: string;
  /** The message that a thread begins with, in a reply that is also sent to the channel. */
  root?: JsonObject;
  parent_user_id?: string;
  reply_count?: number;
  latest_reply?: string;
  blocks?: JsonObject[];
  attachments?: JsonObject[];
  files?: JsonObject[];
  edited?: { user: string; ts: string };
  client_msg_id?: string;
  metadata?: JsonObject;
}

/** Only its viewer sees it, and Slack does not keep it. */
export interface Ephemeral extends Message {
  is_ephemeral: true;
  viewer: string;
}

/** https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export interface View {
  id: string;
  team_id: string;
  type: 'modal' | 'home';
  title?: JsonObject;
  submit: JsonObject | null;
  close: JsonObject | null;
  blocks: JsonObject[];
  private_metadata: string;
  callback_id: string;
  external_id: string;
  state: { values: JsonObject };
  hash: string;
  clear_on_close: boolean;
  notify_on_close: boolean;
  root_view_id: string;
  previous_view_id: string | null;
  app_id: string;
  app_installed_team_id: string;
  bot_id: string;
}

/** A view as a user has it open, with what the app said of its inputs. */
export interface OpenView {
  readonly user: string;
  view: View;
  errors: Readonly<Record<string, string>>;
}
