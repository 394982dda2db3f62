/** Secrets and personal details that are found nowhere else, each a single word, so that no encoding takes one apart. */
export const MARKS = {
  botToken: 'xoxb-7700-leakybottoken',
  appToken: 'xapp-1-A0LEAK-leakyapptoken',
  signingSecret: 'leakysigningsecret0815',
  password: 'leakydbpassword4711',
  pastedToken: 'xoxp-9900-leakypastedtoken',
  tokenInRules: 'xoxb-8800-leakyrulestoken',
  firstName: 'Quirinalda',
  lastName: 'Zwanzigbroek',
  email: 'q.zwanzigbroek@zwillingsfeld.example',
  domain: 'zwillingsfeld',
  phone: '0305559182736',
  street: 'Quittengasse',
  project: 'Ballonversuchsanstalt',
  subject: 'Laubfroschlizenz',
} as const;

/** A text that its asker gives: it may stand in the store, and nowhere else. */
export const GIVEN = 'keptlily';

const { firstName, lastName, email, phone, street, project, pastedToken } = MARKS;

/** Personal details as a question may hold them. */
export const PERSON = `${firstName} ${lastName}, ${email}, ${phone}, ${street} 77, ${project}, ${pastedToken}`;

/** A mail from outside, as it comes. */
export const LETTER = [
  `From: ${firstName} ${lastName} <${email}>`,
  `Subject: ${MARKS.subject}`,
  '',
  'Dear team,',
  '',
  `I teach at a university, in the ${project}. How can our students get GitLab for free through your education program?`,
  `Call me on ${phone}, or write to ${street} 77. Our key is ${pastedToken}.`,
  '',
  'Kind regards,',
  `${firstName} ${lastName}`,
].join('\n');

/** Where a mark was found. */
export interface Hit {
  readonly place: string;
  readonly mark: string;
}

/** Which marks some bytes hold: as text in whatever case, in UTF-8 or UTF-16, as hexadecimal digits, or in Base64. */
export function findMarks(
  place: string,
  bytes: Buffer | string,
  marks: readonly string[] = Object.values(MARKS),
): Hit[] {
  const raw = Buffer.isBuffer(bytes) ? bytes.toString('latin1') : bytes;
  const [small, spaced] = [raw.toLowerCase(), raw.replaceAll('\0', '').toLowerCase()];
  return marks
    .filter((mark) => {
      const plain = mark.toLowerCase();
      const isText = [small, spaced].some((text) => text.includes(plain));
      return isText || encoded(mark).some((form) => raw.includes(form));
    })
    .map((mark) => ({ place, mark }));
}

function encoded(mark: string): string[] {
  const base64 = [0, 1, 2].map((shift) => {
    const padded = Buffer.from(`${' '.repeat(shift)}${mark}`).toString('base64');
    // The first and the last letters depend on what stands beside the mark.
    return padded.replace(/=+$/, '').slice(shift === 0 ? 0 : 4, -2);
  });
  const forms = [Buffer.from(mark).toString('hex'), encodeURIComponent(mark), ...base64];
  // Fewer letters may stand in any file by chance.
  return forms.filter(({ length }) => length >= 8);
}
