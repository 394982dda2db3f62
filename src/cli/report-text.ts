import type { Count, RouteRecord, Summary, TwoSummaries } from '../store/summary';

const NAME = 30;
const NUMBER = 8;

/** A row: its name, its current number and its previous number. */
type Row = readonly [string, number, number];

/** The report as text. Each number has the number of the previous period beside it. */
export function summaryText({ current, previous }: TwoSummaries, days: number): string {
  return [
    `The last ${days === 1 ? 'day' : `${days} days`}, ${day(current.from)} to ${day(current.to)}. The second column is the period before.`,
    table('Questions', outcomeRows(current, previous)),
    table('By topic', countRows(current.byTopic, previous.byTopic)),
    table('By program', countRows(current.byProgram, previous.byProgram)),
    table('By surface', countRows(current.bySurface, previous.bySurface)),
    table('Votes and choices', voteRows(current, previous)),
    worstText(current.worst),
    openText(current),
  ].join('\n\n');
}

function outcomeRows(current: Summary, previous: Summary): Row[] {
  const names = {
    answered: 'answered',
    askedBack: 'asked to choose',
    notKnown: 'no answer',
  } as const;
  const rows = Object.entries(names).map(([key, name]): Row => {
    const of = (summary: Summary): number => summary[key as keyof typeof names];
    return [`${name}${shareText(of(current), current.questions)}`, of(current), of(previous)];
  });
  return [...rows, ['all', current.questions, previous.questions]];
}

/** A share as a whole percentage; empty if there are no questions. */
function shareText(part: number, whole: number): string {
  return whole === 0 ? '' : `, ${Math.round((100 * part) / whole)} %`;
}

function voteRows(current: Summary, previous: Summary): Row[] {
  return [
    ['helpful', current.votes.helped, previous.votes.helped],
    ['not helpful', current.votes.didNotHelp, previous.votes.didNotHelp],
    ['not what I asked', current.choices.rejected, previous.choices.rejected],
    ['a runner-up chosen', current.choices.chosen, previous.choices.chosen],
    ['none of these', current.choices.none, previous.choices.none],
    ['sent to the team', current.handed, previous.handed],
  ];
}

function countRows(current: readonly Count[], previous: readonly Count[]): Row[] {
  const names = [...new Set([...current, ...previous].map(({ name }) => name))];
  const of = (counts: readonly Count[], name: string | null): number =>
    counts.find((one) => one.name === name)?.count ?? 0;
  return names.map((name) => [name ?? 'none', of(current, name), of(previous, name)]);
}

function table(title: string, rows: readonly Row[]): string {
  const lines = rows.map(
    ([name, ...numbers]) =>
      `  ${name.padEnd(NAME)}${numbers.map((one) => String(one).padStart(NUMBER)).join('')}`,
  );
  return [title, ...(lines.length === 0 ? ['  none'] : lines)].join('\n');
}

function worstText(worst: readonly RouteRecord[]): string {
  const lines = worst.map(
    ({ route, answers, helped, didNotHelp, rejected }) =>
      `  ${route.padEnd(NAME)} ${didNotHelp} not helpful, ${rejected} not what was asked, ${helped} helpful, ${answers} answers`,
  );
  return ['Routes with the worst record', ...(lines.length === 0 ? ['  none'] : lines)].join('\n');
}

function openText({ open }: Summary): string {
  const lines = open.newest.map(
    ({ at, link, taken }) => `  ${day(at)}  ${link}${taken ? '  (taken)' : ''}`,
  );
  const more = open.count - open.newest.length;
  return [
    `Open questions sent to the team: ${open.count}`,
    ...lines,
    ...(more > 0 ? [`  and ${more} older ones`] : []),
  ].join('\n');
}

/** A day in UTC, such as 2026-11-24. */
function day(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}
