import type { Destination } from '../../rule-book/types';
import { type Line, nameOf } from '../../answer/inline';

/** Channel ids by the channel's name: a known one becomes a real link. */
export type ChannelIds = Readonly<Record<string, string>>;

/**
 * Text in which nothing is live: no mention, link or channel.
 * Source: https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The text that `escapeText` was given. */
export function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** A line in Slack's markup, with its places as links. */
export function mrkdwnLine(line: Line, channels: ChannelIds): string {
  return line
    .map((piece) => (typeof piece === 'string' ? escapeText(piece) : mrkdwnLink(piece, channels)))
    .join('');
}

/** A place as a link where it has an address. */
export function mrkdwnLink(destination: Destination, channels: ChannelIds): string {
  const name = escapeText(nameOf(destination));
  switch (destination.kind) {
    case 'email':
      return `<mailto:${destination.value}|${name}>`;
    case 'slack': {
      const id = channels[destination.value];
      return id === undefined ? name : `<#${id}>`;
    }
    case 'page':
      return `<${destination.url}|${name}>`;
    case 'portal':
      return destination.url === null ? name : `<${destination.url}|${name}>`;
    case 'salesforce':
      return name;
  }
}
