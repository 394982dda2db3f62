import type { Core } from './core';
import type { JsonObject } from './json';

const formatted = /<(?:[@#!][^<>\s]+|(?:https?:\/\/|mailto:)[^<>\s]+)>/g;
const autolinked =
  /https?:\/\/[^\s<>|]*[^\s<>|.,;:!?'")]|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/**
 * A text as Slack stores it when a user types it: &, < and > escaped, addresses linked, mentions kept.
 * https://docs.slack.dev/messaging/formatting-message-text
 */
export function asSlackText(typed: string): string {
  const kept = typed.match(formatted) ?? [];
  const between = typed.split(formatted);
  return between.map((part, index) => linked(part, escapeOnce) + (kept[index] ?? '')).join('');
}

/**
 * The text of a command whose app asks for escaping: as a message, and with the names of people and channels.
 * https://docs.slack.dev/interactivity/implementing-slash-commands
 */
export function commandText({ workspace }: Pick<Core, 'workspace'>, typed: string): string {
  const people = [...workspace.users.values()].map(
    ({ id, name }) => [`@${name}`, `<@${id}|${name}>`] as const,
  );
  const places = [...workspace.channels.values()]
    .filter((channel) => !channel.is_im)
    .map(({ id, name }) => [`#${name}`, `<#${id}|${name}>`] as const);
  const marks = new Map<string, string>([...people, ...places]);
  const parts = typed.split(/([@#][\w.-]*\w)/);
  return parts.map((part) => marks.get(part) ?? asSlackText(part)).join('');
}

/** The same for a text in which no mark of Slack's own stands: all of it is what somebody typed. */
export function literalText(typed: string): string {
  return linked(typed, escapeText);
}

/** Escapes text between Slack's own marks, as Slack does. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** What is escaped already stays as it is. */
function escapeOnce(text: string): string {
  return escapeText(text).replaceAll(/&amp;(amp|lt|gt);/g, '&$1;');
}

function linked(text: string, escaped: (text: string) => string): string {
  const addresses = text.match(autolinked) ?? [];
  const between = text.split(autolinked).map(escaped);
  return between.map((part, at) => part + link(addresses[at])).join('');
}

function link(address: string | undefined): string {
  if (address === undefined) return '';
  if (address.includes('://')) return `<${escapeOnce(address)}>`;
  return `<mailto:${address}|${address}>`;
}

function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** The rich_text block that Slack's composer sends along with every typed message. */
export function composerBlock(text: string, blockId: string): JsonObject {
  const kept = text.match(formatted) ?? [];
  const between = text.split(formatted);
  const elements = between.flatMap((part, index) => {
    const mark = kept[index];
    const written = part === '' ? [] : [{ type: 'text', text: unescape(part) }];
    return mark === undefined ? written : [...written, markElement(mark.slice(1, -1))];
  });
  return {
    type: 'rich_text',
    block_id: blockId,
    elements: [{ type: 'rich_text_section', elements }],
  };
}

function markElement(mark: string): JsonObject {
  const [target = '', label] = mark.split('|');
  if (target.startsWith('@')) return { type: 'user', user_id: target.slice(1) };
  if (target.startsWith('#')) return { type: 'channel', channel_id: target.slice(1) };
  if (target.startsWith('!subteam^')) {
    return { type: 'usergroup', usergroup_id: target.slice('!subteam^'.length) };
  }
  if (target.startsWith('!')) return { type: 'broadcast', range: target.slice(1) };
  return { type: 'link', url: target, ...(label !== undefined && { text: label }) };
}
