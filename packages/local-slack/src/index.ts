export type { Outcome } from './acts/outcome';
export type { Posted } from './acts/post';
export type { ApiFault } from './faults';
export { type LocalSlack, startLocalSlack } from './local-slack';
export type { LocalSlackOptions } from './settings';
export type {
  Channel,
  ChannelSeed,
  Ephemeral,
  Message,
  OpenView,
  User,
  UserSeed,
} from './slack-objects';
