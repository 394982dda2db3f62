import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { splitEmail } from '../../src/router/text/split-email';
import { readUtterance } from '../../src/router/utterance';

interface Style {
  readonly style: string;
  readonly kind?: 'forward';
  readonly mark: string;
  readonly above: string;
}

const FILE = join(__dirname, '..', 'fixtures', 'quoted-mail.yml');
const STYLES = parse(readFileSync(FILE, 'utf8')) as Style[];

const OWN = ['our archive would like to keep our plan for one more year.', 'Where do we go?'];
const OTHER = [
  'the code has already been used, says the checkout page.',
  'Please open a support ticket, and send us the error that you see.',
];

function marked(lines: readonly string[], mark: string): string {
  return lines.map((line) => `${mark}${line}`).join('\n');
}

function read(text: string): { counted: string[]; quoted: string[] } {
  const { segments } = readUtterance(text, 'shortcut');
  const textsOf = (isQuoted: boolean): string[] =>
    segments.filter(({ role }) => (role === 'quoted') === isQuoted).map((segment) => segment.text);
  return { counted: textsOf(false), quoted: textsOf(true) };
}

/** What went wrong with a mail: sentences that do not count and should, and the other way round. */
function faults({ style, kind, mark, above }: Style): string[] {
  const isForward = kind === 'forward';
  const [top, below] = isForward ? [[], OWN] : [OWN, OTHER];
  const text = `${top.join(' ')}\n\n${above}\n${marked(below, mark)}`;
  const { counted, quoted } = read(text);
  const missing = OWN.filter((sentence) => !counted.includes(sentence));
  const extra = counted.filter((one) => !OWN.includes(one) && one !== 'Our question');
  const lost = isForward ? [] : OTHER.filter((sentence) => !quoted.includes(sentence));
  return [...missing, ...extra, ...lost].map((sentence) => `${style}: ${sentence}`);
}

describe('a quoted mail is told from what its reader wrote above it', () => {
  it('in the styles of at least forty mail clients', () => {
    expect(STYLES.length).toBeGreaterThanOrEqual(40);
    expect(STYLES.flatMap(faults)).toEqual([]);
  });

  it('is read where a style is taken away: the check can fail', () => {
    const [style] = STYLES;

    expect(faults({ ...(style as Style), mark: '', above: 'Yours' })).not.toEqual([]);
  });

  it('below and between the quotes', () => {
    const { counted, quoted } = read(
      `On Mon, Mar 3, 2025 at 10:12 AM Bob wrote:\n> ${OTHER[0] ?? ''}\n\n${OWN[0] ?? ''}\n\n> ${OTHER[1] ?? ''}\n\n${OWN[1] ?? ''}`,
    );

    expect(counted).toEqual(OWN);
    expect(quoted).toEqual(OTHER);
  });

  it.each([
    'On my side everything is set, as the professor wrote:\n\nwe need 30 seats for the lab.',
    'On the one hand we like it.\nOn the other hand, as my colleague wrote, we need 30 seats.',
    'Date: any day in March is fine.\n\nwe need 30 seats for the lab.',
    'the data comes\nFrom: our database\nand we need 30 seats for the lab.',
  ])('and no sentence of the letter is taken for one: %j', (text) => {
    const { counted, quoted } = read(`Hello,\n\n${text}`);

    expect(quoted).toEqual([]);
    expect(counted.join(' ')).toContain('we need 30 seats');
  });
});

describe('a forwarded mail', () => {
  it('is read together with the note above it, and without the signature of whoever forwards it', () => {
    const { counted } = read(
      `Hi all,\n\ncan somebody take this one?\n\nBest regards\nBob Builder\nAccount Executive\n\n---------- Forwarded message ---------\nFrom: Ada Example <ada@cs.example.edu>\nSubject: Our question\n\nDear Bob,\n\n${OWN.join(' ')}\n\nAda`,
    );

    expect(counted).toEqual(['Our question', 'can somebody take this one?', ...OWN, 'Ada']);
  });

  it('within a forward is opened too', () => {
    const { counted } = read(
      `FYI\n\n---------- Forwarded message ---------\nFrom: Carl <carl@example.com>\nSubject: Fwd: Our question\nTo: Bob <bob@example.com>\n\nsee below\n\n---------- Forwarded message ---------\nFrom: Ada Example <ada@cs.example.edu>\nSubject: Our question\nTo: Carl <carl@example.com>\n\n${OWN.join(' ')}`,
    );

    expect(counted).toEqual(expect.arrayContaining(OWN));
  });

  it('keeps its own quotes apart', () => {
    const { counted, quoted } = read(
      `FYI\n\n---------- Forwarded message ---------\nFrom: Ada Example <ada@cs.example.edu>\nSubject: Our question\n\n${OWN.join(' ')}\n\nOn Mon, Mar 3, 2025 at 10:12 AM Bob <bob@example.com> wrote:\n> ${OTHER[0] ?? ''}`,
    );

    expect(counted).toEqual(expect.arrayContaining(OWN));
    expect(quoted).toEqual([OTHER[0]]);
  });
});

it('every line of a letter ends up in one part', () => {
  const lines = ['Subject: seats', 'Dear Bob,', 'we need seats.', 'Kind regards', 'Ada'];
  const { subject, greeting, body, signature } = splitEmail(lines.join('\n'));

  expect([subject, greeting, ...body, ...signature]).toEqual(['seats', ...lines.slice(1)]);
});
