import type { Miss, PartScores, Report } from './report';
import type { PairScores } from './score-pairs';
import { SCORE_NAMES, type Scores } from './scores';
import type { Share } from './share';

const LONGEST = 110;

/** The report as text. */
export function reportText(report: Report): string {
  return [
    `${report.count} questions`,
    scoresText(report.scores),
    partsText('By route', report.routes),
    partsText('By surface', report.surfaces),
    listText(
      'Confusions (wanted -> got)',
      report.confusions.map(
        ({ wanted, got, count }) => `${String(count).padStart(3)}  ${wanted} -> ${got}`,
      ),
    ),
    missesText('Confidently wrong', report.wrong),
    missesText('Right answers with a close runner-up', report.nearTies),
    missesText('Asked although one answer is right', report.askedInVain),
    missesText('Wrong program', report.programs),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The scores on a set of labeled texts. */
export function pairsText({ top1, top3, n }: PairScores): string {
  const digits = (share: number | null): string => share?.toFixed(3) ?? 'no item';
  return `${n} texts\n\ntop1 ${digits(top1)}\ntop3 ${digits(top3)}`;
}

/** Each score with its count and its 95 % Wilson interval. */
export function scoresText(scores: Scores): string {
  return Object.entries(SCORE_NAMES)
    .map(([key, name]) => `${name.padEnd(20)} ${shareText(scores[key as keyof Scores])}`)
    .join('\n');
}

export function shareText({ hits, of, value, low, high }: Share): string {
  if (value === null || low === null || high === null) return 'no items';
  const digits = (share: number): string => share.toFixed(3);
  return `${digits(value)}  (${hits} of ${of}; 95 %: ${digits(low)} to ${digits(high)})`;
}

function partsText(title: string, parts: readonly PartScores[]): string {
  const rows = parts.map(
    ({ name, count, right, offered, wrong }) =>
      `${name.padEnd(22)} ${String(count).padStart(4)} items, ${right} right, ${offered} offered, ${wrong} wrong`,
  );
  return listText(title, rows);
}

function missesText(title: string, misses: readonly Miss[]): string {
  return listText(
    `${title}: ${misses.length}`,
    misses.flatMap(({ id, text, wanted, got, confidence, why }) => [
      `${id}  wanted ${wanted.join(' or ')}, got ${got.join(', ')} (${confidence}), matched words: ${why.join(', ')}`,
      `      ${shorten(text)}`,
    ]),
  );
}

function listText(title: string, rows: readonly string[]): string {
  return [title, ...rows.map((row) => `  ${row}`)].join('\n');
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
