import type { Destination } from '../../rule-book/types';
import type { Line } from '../../answer/inline';

/** Escapes text for Markdown. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~]/g, '\\$&')
    .replace(/^[#+-]/, '\\$&')
    .replace(/^(\d+)\./, '$1\\.');
}

/** A destination as Markdown: pages and portals as links, names in Slack and Salesforce as code to avoid mentions. */
export function placeMarkdown(place: Destination): string {
  switch (place.kind) {
    case 'page':
      return linkMarkdown(place.title, place.url);
    case 'portal':
      return place.url === null
        ? escapeMarkdown(place.value)
        : linkMarkdown(place.value, place.url);
    case 'email':
      return linkMarkdown(place.value, `mailto:${place.value}`);
    default:
      return `\`${place.value}\``;
  }
}

function linkMarkdown(text: string, url: string): string {
  return `[${escapeMarkdown(text)}](${url})`;
}

/** A sentence with its destinations as links. */
export function lineMarkdown(line: Line): string {
  return line
    .map((piece) => (typeof piece === 'string' ? escapeMarkdown(piece) : placeMarkdown(piece)))
    .join('');
}

/** A bulleted list with a title in bold; empty if the list is empty. */
export function listMarkdown(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `**${title}**\n\n${items.map((item) => `- ${item}`).join('\n')}`;
}

/** A collapsible section. */
export function folded(summary: string, content: string): string {
  return `<details>\n<summary>${summary}</summary>\n\n${content}\n\n</details>`;
}
