import { expect, it } from '@jest/globals';
import { greetingName } from '../../src/answer/greeting-name';
import { readReceivedEmail } from '../../src/slack/payloads/received-email';

const ASK =
  'our GitLab for Education licence ends next month and our university would like to renew it. How do we do that?';
const LETTER = `Dear Bob,\n\n${ASK}\n\nAda`;
const FORWARD = '---------- Forwarded message ---------';
const ADA = 'Ada Example <ada@cs.example.edu>';
const BOB = 'Bob Builder <bob@example.com>';

interface Mail {
  readonly from?: string;
  readonly to?: string;
  readonly cc?: string;
  readonly subject?: string;
  readonly body: string;
}

function greeted({ from, to, cc, subject = 'Renewal', body }: Mail): string | null {
  const people = (name: string | undefined) =>
    name === undefined ? [] : [{ name, address: 'x@example.com' }];
  const file = {
    ...{ mode: 'email', filetype: 'email', subject, plain_text: body },
    ...{ from: people(from), to: people(to), cc: people(cc) },
  };
  return greetingName(readReceivedEmail({ text: '', files: [file] }).sender);
}

/** Each mail is Ada's; Bob and Carl are colleagues. */
it.each<[string, Mail, string | null]>([
  ['a letter of her own', { from: 'Ada Example', body: LETTER }, 'Ada Example'],
  ['with a title', { from: 'Prof. Dr. Ada Example', body: LETTER }, 'Prof. Dr. Ada Example'],
  ['with a form of address', { from: 'Mrs. Ada Example', body: LETTER }, 'Ada Example'],
  ['with an initial', { from: 'Ada B. Example', body: LETTER }, 'Ada B. Example'],
  [
    'a reply, with Outlook’s headers below',
    {
      from: 'Ada Example',
      body: `${LETTER}\n\nFrom: ${BOB}\nSent: Monday\nTo: ${ADA}\nSubject: Hello\n\nHi Ada, welcome.`,
    },
    null,
  ],
  [
    'a reply, with Original Message below',
    {
      from: 'Ada Example',
      body: `${LETTER}\n\n-----Original Message-----\nFrom: ${BOB}\nSent: Monday\nTo: ${ADA}\nSubject: Hello\n\nHi Ada.`,
    },
    null,
  ],
  [
    'a reply, with Gmail’s quote below',
    {
      from: 'Bob Builder',
      body: `${LETTER}\n\nOn Mon, 3 Mar 2025 at 10:12, ${BOB} wrote:\n> Hi Ada, welcome.`,
    },
    null,
  ],
  [
    'a reply with German headers',
    {
      from: 'Bob Builder',
      body: `${LETTER}\n\nVon: ${BOB}\nGesendet: Montag\nAn: ${ADA}\nBetreff: Hallo\n\nHi Ada.`,
    },
    null,
  ],
  [
    'forwarded by Gmail',
    {
      from: 'Bob Builder',
      subject: 'Fwd: Renewal',
      body: `${FORWARD}\nFrom: ${ADA}\nDate: Mon\nSubject: Renewal\nTo: ${BOB}\n\n${LETTER}`,
    },
    'Ada Example',
  ],
  [
    'forwarded by Gmail without a name',
    {
      from: 'Bob Builder',
      body: `${FORWARD}\nFrom: <ada@cs.example.edu>\nDate: Mon\nSubject: Renewal\nTo: ${BOB}\n\n${LETTER}`,
    },
    null,
  ],
  [
    'forwarded by Outlook without an address',
    {
      from: 'Bob Builder',
      body: `________________________________\nFrom: Ada Example\nSent: Monday\nTo: Bob Builder\nSubject: Renewal\n\n${LETTER}`,
    },
    'Ada Example',
  ],
  [
    'forwarded by Outlook with a note',
    {
      from: 'Bob Builder',
      subject: 'FW: Renewal',
      body: `Can you take this?\n\nFrom: ${ADA}\nSent: Monday\nTo: ${BOB}\nSubject: Renewal\n\n${LETTER}`,
    },
    'Ada Example',
  ],
  [
    'forwarded by Apple Mail',
    {
      from: 'Bob Builder',
      body: `Begin forwarded message:\n\n> From: ${ADA}\n> Subject: Renewal\n> Date: 3 March 2025\n> To: ${BOB}\n>\n> ${ASK}`,
    },
    'Ada Example',
  ],
  [
    'forwarded in Spanish',
    {
      from: 'Bob Builder',
      body: `---------- Mensaje reenviado ---------\nDe: ${ADA}\nFecha: lun\nAsunto: Renovar\nPara: ${BOB}\n\n${LETTER}`,
    },
    'Ada Example',
  ],
  [
    'forwarded by Thunderbird in French',
    {
      from: 'Bob Builder',
      body: `-------- Message transféré --------\nSujet : Renouveler\nDate : lundi\nDe : ${ADA}\nPour : ${BOB}\n\n${LETTER}`,
    },
    'Ada Example',
  ],
  [
    'forwarded in Italian',
    {
      from: 'Bob Builder',
      body: `---------- Messaggio inoltrato ---------\nDa: ${ADA}\nData: lun\nOggetto: Rinnovo\nA: ${BOB}\n\n${LETTER}`,
    },
    'Ada Example',
  ],
  [
    'forwarded twice',
    {
      from: 'Bob Builder',
      body: `${FORWARD}\nFrom: Carl Case <carl@example.com>\nDate: Mon\nSubject: Fwd: Renewal\nTo: ${BOB}\n\nsee below\n\n${FORWARD}\nFrom: ${ADA}\nDate: Mon\nSubject: Renewal\nTo: Carl Case <carl@example.com>\n\n${LETTER}`,
    },
    null,
  ],
  [
    'forwarded with its own quote',
    {
      from: 'Bob Builder',
      body: `${FORWARD}\nFrom: ${ADA}\nDate: Mon\nSubject: Renewal\nTo: Carl Case\n\n${LETTER}\n\nFrom: ${BOB}\nSent: Monday\nTo: Dora Dent\nSubject: Hello\n\nHi.`,
    },
    'Ada Example',
  ],
  ['from a form', { from: 'Web Form', body: `Name: Ada Example\n\n${ASK}` }, null],
  ['from accounts', { from: 'Accounts Payable', body: LETTER }, null],
  ['from a library', { from: 'Library Services Example', body: LETTER }, null],
  ['from a help desk', { from: 'Example University Helpdesk', body: LETTER }, null],
  ['from a mailer', { from: 'Mail Delivery Subsystem', body: LETTER }, null],
  ['from a list', { from: "'Ada Example' via Info", body: LETTER }, null],
  ['with a comma', { from: 'Example, Ada', body: LETTER }, null],
  ['with a remark', { from: 'Ada Example (CS)', body: LETTER }, null],
  ['in small letters', { from: 'ada example', body: LETTER }, null],
  ['in capitals', { from: 'ADA EXAMPLE', body: LETTER }, null],
  ['from one of its recipients', { from: 'Bob Builder', to: 'Bob Builder', body: LETTER }, null],
  ['from one who is copied in', { from: 'Bob Builder', cc: 'bob builder', body: LETTER }, null],
])('the greeting of a mail that is %s', (_, mail, name) => {
  expect(greeted(mail)).toBe(name);
});

it.each([
  [
    `From: ${ADA}\nSubject: Re: GitLab\n\n${LETTER}\n\n> On Monday Alex wrote:\n> thanks`,
    'Ada Example',
  ],
  [
    `*From:* Ada Example &lt;ada@cs.example.edu&gt;\n*Sent:* Monday\n*To:* Bob\n\n${LETTER}`,
    'Ada Example',
  ],
  [`From: Ada Example <mailto:ada@cs.example.edu|ada@cs.example.edu>\n\n${LETTER}`, 'Ada Example'],
  [`${LETTER}\n\nFrom: ${BOB}\nSent: Monday\nTo: ${ADA}\nSubject: Hello\n\nHi.`, null],
  [LETTER, null],
])('the greeting of a pasted mail: %j', (text, name) => {
  expect(greetingName(readReceivedEmail({ text }).sender)).toBe(name);
});
