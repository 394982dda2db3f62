import type { KnownBlock } from '@slack/types';
import type { RuleBook } from '../../../rule-book/types';
import type {
  Count,
  OpenQuestion,
  RouteRecord,
  Summary,
  TwoSummaries,
} from '../../../store/summary';
import { plainLine, fillLine } from '../../../answer/inline';
import { context, header, preformatted, section } from '../../blocks/builders';
import { escapeText } from '../../blocks/mrkdwn';

/** Action id of the button that takes a question off the list. */
export const RESOLVE = 'handed-done';

/** In days; the Home compares one week with the one before. */
export const HOME_DAYS = 7;

const WORST = 5;
const BAR = 12;

/** What the team sees above everybody's Home: this week and, in brackets, the last. */
export function teamHomeBlocks({ current, previous }: TwoSummaries, book: RuleBook): KnownBlock[] {
  return [
    header('This week (last week)'),
    { type: 'section', fields: figures(current, previous).map(field) },
    ...countBlocks('By topic', current.byTopic, topicName(book)),
    ...countBlocks('By program', current.byProgram, programName(book)),
    ...worstBlocks(current.worst, book),
    ...openBlocks(current.open),
    { type: 'divider' },
  ];
}

/** Where the numbers cannot be had. */
export function noFiguresBlocks(): KnownBlock[] {
  return [
    section("I can't read this week's figures right now. I can still answer questions."),
    { type: 'divider' },
  ];
}

function field(text: string): { type: 'mrkdwn'; text: string } {
  return { type: 'mrkdwn', text };
}

function figures(current: Summary, previous: Summary): string[] {
  const share = (count: (summary: Summary) => number, what: string): string =>
    `*${percent(count(current), current.questions)}* ${what} (${percent(count(previous), previous.questions)})`;
  const count = (of: (summary: Summary) => number, what: string): string =>
    `*${of(current)}* ${what} (${of(previous)})`;
  return [
    count(({ questions }) => questions, 'questions'),
    share(({ answered }) => answered, 'answered'),
    share(({ askedBack }) => askedBack, 'asked back'),
    share(({ notKnown }) => notKnown, 'not known'),
    count(({ votes }) => votes.helped, 'votes: helpful'),
    count(({ votes }) => votes.didNotHelp, 'votes: not helpful'),
    count(({ choices }) => choices.rejected, '“Not what I asked”'),
    count(({ handed }) => handed, 'handed to the team'),
  ];
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`;
}

type NameOf = (name: string | null) => string;

function topicName({ guide }: RuleBook): NameOf {
  return (name) =>
    name === null
      ? 'Asked back, or not known'
      : (guide.topics.find(({ id }) => id === name)?.title ?? name);
}

function programName({ programs }: RuleBook): NameOf {
  return (name) =>
    name === null ? 'None named' : (programs.find(({ id }) => id === name)?.name ?? name);
}

/** A line for each name, with a bar to compare by eye. */
function countBlocks(title: string, counts: readonly Count[], nameOf: NameOf): KnownBlock[] {
  if (counts.length === 0) return [];
  const most = Math.max(...counts.map(({ count }) => count));
  const lines = counts.map(({ name, count }) => {
    const bar = '█'.repeat(Math.ceil((BAR * count) / most)).padEnd(BAR);
    return `${bar} ${String(count).padStart(5)}  ${nameOf(name)}`;
  });
  return [preformatted(title, lines.join('\n'))];
}

function worstBlocks(worst: readonly RouteRecord[], book: RuleBook): KnownBlock[] {
  if (worst.length === 0) return [];
  const lines = worst.slice(0, WORST).map(({ route, answers, didNotHelp, rejected }) => {
    const complaints = `${didNotHelp + rejected} of ${answers}`;
    return `• *${complaints}*  ${escapeText(routeTitle(route, book))}`;
  });
  return [section(`*Voted down or not what was asked, of the answers given*\n${lines.join('\n')}`)];
}

function routeTitle(id: string, book: RuleBook): string {
  const route = book.routes[id];
  if (route === undefined) return id;
  return plainLine(fillLine(route.title, { book, program: null, audience: 'colleague' }));
}

function openBlocks({ count, newest }: Summary['open']): KnownBlock[] {
  if (count === 0) return [];
  const older = count - newest.length;
  return [
    section(`*Open questions handed to the team: ${count}*`),
    ...newest.map(openBlock),
    ...(older > 0 ? [context(`And ${older} older ones.`)] : []),
  ];
}

function openBlock({ id, at, link, channel, taken }: OpenQuestion): KnownBlock {
  const seconds = Math.floor(at / 1000);
  const when = `<!date^${seconds}^{date_short_pretty}, {time}|${new Date(at).toISOString()}>`;
  const where = link === '' ? `<#${channel}>` : `<${link}|the question>`;
  return {
    type: 'section',
    text: { type: 'mrkdwn', text: `${when}: ${where}${taken ? ', taken' : ''}` },
    accessory: {
      type: 'button',
      action_id: RESOLVE,
      text: { type: 'plain_text', text: 'Done' },
      value: id,
    },
  };
}
