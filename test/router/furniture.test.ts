import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openRuleBook } from '../../src/loader/open-rule-book';
import { splitEmail } from '../../src/router/text/split-email';

const { router } = openRuleBook(join(__dirname, '..', '..', 'rules'));

/** Letters that say little, so that what stands around them would weigh much. */
const LETTERS = [
  'Hello,\n\nwe would like to renew our open source licence.\n\nMaria',
  'Hello,\n\nour university would like to renew its GitLab for Education licence. How do we do that?\n\nBest regards\nAda',
  'Dear team,\n\nhow does our university join your education program?\n\nAda',
  'Hello,\n\nhow can my company get GitLab for free for a year? We were founded in 2024 and have a seed round.\n\nMaria',
  'Hi,\n\nour startup has used the free year of GitLab for Startups. What does a renewal cost?\n\nKind regards\nMaria',
  'Hello,\n\nwe need 50 more seats for our GitLab for Education subscription.\n\nAda',
  'Hello,\n\nour application to GitLab for Open Source was rejected by the verification. What can we do?\n\nMaria',
  'Hello,\n\nthe coupon code of our GitLab for Education order does not work at the checkout.\n\nAda',
  'Hello,\n\ndo members of GitLab for Open Source get support? Where do we open a ticket?\n\nMaria',
  'Hello,\n\nour open source project was sold to a company. Are we still eligible for the program?\n\nMaria',
  'Hello,\n\nlunch is at noon in the big kitchen, bring a plate.\n\nMaria',
  'Hello,\n\nwe are a paying Premium customer and need our invoice of March.\n\nMaria',
];

const NOTICE =
  'CONFIDENTIALITY NOTICE: This e-mail message, including any attachments, is for\nthe sole use of the intended recipient(s) and may contain confidential and\nprivileged information. Any unauthorized review, use, disclosure or distribution\nis prohibited. If you are not the intended recipient, please contact the sender\nby reply e-mail and destroy all copies of the original message.';

const BELOW = [
  NOTICE,
  NOTICE.replaceAll('\n', ' '),
  'CONFIDENTIALITY NOTICE: The contents of this email and any attachments are intended solely for the addressee(s) and may contain confidential and/or privileged information\nand may be legally protected from disclosure. If you are not the intended recipient, please contact support, the account owner or the sales team, and delete this message.\nExample University is an equal opportunity education institution. Apply for admission at our portal before the application deadline.',
  'Privacy notice: we process your personal data as set out at https://example.edu/privacy. You may request access to, or deletion of, your data at any time by writing to our data protection officer.',
  'Schedule a meeting with me: https://cal.example.com/maria\nFollow us on LinkedIn | Twitter | GitHub\nBook a demo | Read our blog | Join our community | Apply for our program',
  'The University of Example is a registered charity. Charity number 123456. Registered office: Old College, Example.',
  'Sent from Yahoo Mail on Android',
  'Sent from my iPhone',
  'Get Outlook for iOS<https://aka.ms/o0ukef>',
  'Microsoft Teams Need help?\nJoin the meeting now\nMeeting ID: 123 456 789\nPasscode: abc123\nDial in by phone',
  'Please consider the environment before printing this email.',
  'Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Adressat sind, informieren\nSie bitte sofort den Absender und vernichten Sie diese E-Mail.',
  "Ce message et ses pièces jointes sont confidentiels. Si vous n'êtes pas le destinataire, merci de le\nsignaler au service support et de le supprimer.",
  'Este mensaje y sus adjuntos son confidenciales. Si no es usted el destinatario, le rogamos que lo\ncomunique al soporte y lo elimine.',
  'Esta mensagem é confidencial. Se não é o destinatário, por favor apague-a e avise o suporte.',
  'You are receiving this email because you applied for our program. Unsubscribe | Manage preferences | View in browser',
  'Example GmbH, Amtsgericht Example HRB 12345, Geschäftsführer: Max Muster, USt-ID: DE123456',
  'This email has been scanned for viruses by Example Security. www.example.com',
  '-- \nMaria Example | CEO\nAdjunct professor at Example University, Faculty of Education\nStudents: book a slot',
  'Maria Example\nHead of Renewals, Department of Computing\nTel: +1 555 0100 200',
  'Proud sponsor of the Open Source Summit. Ranked number one for student satisfaction.',
];

const ABOVE = [
  '[EXTERNAL EMAIL] This message was sent from outside the company. Please do not click links or open attachments unless you recognise the source of this email and know the content is safe. If in doubt, contact IT support.',
  'CAUTION: This email originated from outside the organization. Do not click links or open attachments unless you recognize the sender and know the content is safe. Report to the help desk or open a support ticket.',
  "You don't often get email from maria@example.org. Learn why this is important",
  'WARNING: External email. Think before you click. If you are unsure, open a support ticket with the help desk.',
];

interface Seen {
  readonly outcome: string;
  readonly route: string | null;
  readonly program: string | null;
}

function seenOf(text: string): Seen {
  const routed = router.route(text, { surface: 'shortcut' });
  const route = 'route' in routed ? routed.route : (routed.alternatives[0]?.route ?? null);
  return { outcome: routed.outcome, route, program: routed.program };
}

/** What a letter becomes with a piece of furniture, where that is something else. */
function change(letter: string, text: string, piece: string): string[] {
  const [before, after] = [seenOf(letter), seenOf(text)].map((seen) =>
    Object.values(seen).join(' '),
  );
  return before === after ? [] : [`${letter.slice(7, 60)} + ${piece.slice(0, 40)}: ${after ?? ''}`];
}

it('never decides: neither outcome, nor route, nor program changes', () => {
  expect(LETTERS.length * (BELOW.length + ABOVE.length)).toBe(300);

  const changes = LETTERS.flatMap((letter) => [
    ...BELOW.flatMap((piece) => change(letter, `${letter}\n\n${piece}`, piece)),
    ...ABOVE.flatMap((piece) => change(letter, `${piece}\n\n${letter}`, piece)),
    ...ABOVE.flatMap((piece) => change(letter, `${piece}\n${letter}`, piece)),
  ]);

  expect(changes).toEqual([]);
});

describe('of what stands around furniture', () => {
  it.each([
    'is our data confidential if we join GitLab for Education?',
    'Our legal team asks whether you sign a confidentiality notice before we apply.',
    'Who is the intended recipient of the renewal mail?',
    'We are a registered charity which feeds street dogs. May we join the program?',
    'Our data protection officer has one question left before we apply: who sees our documents?',
    'Our project was scanned for vulnerabilities, and we would like more seats for that.',
    'I would like to unsubscribe our students from the plan and subscribe our teachers. How?',
  ])('%j', (sentence) => {
    const { body } = splitEmail(`Hello,\n\n${sentence}\n\nAda`);
    const [first = ''] = sentence.split(/(?<=[.?!])\s/);

    expect(body.join(' ')).toContain(first);
  });

  it('nothing of a wrapped notice', () => {
    const { body } = splitEmail(`Hello,\n\nwe need seats.\n${NOTICE}\n\nAda`);

    expect(body.filter((line) => line !== '')).toEqual(['we need seats.', 'Ada']);
  });

  it('a request in the middle of a notice', () => {
    const { body } = splitEmail(
      'Hello Bob,\n\nthis e-mail is confidential and intended only for you. We would like to renew our plan.\n\nAda',
    );

    expect(body.join(' ')).toContain('We would like to renew our plan.');
  });

  it('a letter of which nothing else would be left', () => {
    const { body } = splitEmail('Please consider the environment before printing this email.');

    expect(body.join(' ')).toContain('consider the environment');
  });
});
