/** The header fields that mail clients print above a quoted or forwarded mail. */
export type HeaderField = 'from' | 'to' | 'cc' | 'date' | 'subject';

/** Each field as mail clients print it: en, de, fr, es, pt, it, nl, da, sv, pl, zh, ja. */
const PRINTED: Readonly<Record<HeaderField, readonly string[]>> = {
  from: ['from', 'von', 'de', 'da', 'van', 'fra', 'från', 'od', 'reply-to', '发件人', '差出人'],
  to: [
    ...['to', 'an', 'à', 'a', 'pour', 'para', 'aan', 'til', 'till', 'do'],
    ...['destinataire', '收件人', '宛先'],
  ],
  cc: ['cc', 'bcc', 'kopie', 'copie à', 'dw', '抄送'],
  date: [
    ...['date', 'sent', 'datum', 'gesendet', 'envoyé', 'envoyé le', 'enviado', 'enviado el'],
    ...['enviado em', 'enviada em', 'enviada', 'fecha', 'data', 'inviato', 'verzonden'],
    ...['sendt', 'skickat', 'dato', 'wysłano', '发送时间', '日期', '送信日時', '日時'],
  ],
  subject: [
    ...['subject', 'betreff', 'objet', 'sujet', 'asunto', 'assunto', 'oggetto', 'onderwerp'],
    ...['emne', 'ämne', 'temat', '主题', '件名'],
  ],
};

const FIELD_OF: ReadonlyMap<string, HeaderField> = new Map(
  (Object.keys(PRINTED) as HeaderField[]).flatMap((field) =>
    PRINTED[field].map((word): [string, HeaderField] => [word, field]),
  ),
);

/** A name of at most so many letters, in bold or not, and a colon. */
const LABEL = /^[\s*_]{0,6}(\p{L}[\p{L} -]{0,14})[\s*_]{0,3}:[\s*_]{0,3}/u;

/** A line of a mail's header. */
export interface HeaderLine {
  readonly field: HeaderField;
  readonly value: string;
}

/** Reads a line as a header such as `From: Ada`, `Von: Ada`, or `*De :* Ada`; undefined where it is none. */
export function readHeader(line: string): HeaderLine | undefined {
  const [label, word] = LABEL.exec(line.slice(0, 40)) ?? [];
  if (label === undefined || word === undefined) return undefined;
  const field = FIELD_OF.get(word.trim().toLowerCase());
  return field === undefined ? undefined : { field, value: line.slice(label.length).trim() };
}

/** A block of headers spreads over so many lines; some clients leave every second one empty. */
const BLOCK_LINES = 12;

/** The headers that stand together from a line on, and the line after them. */
export interface HeaderBlock {
  readonly fields: Readonly<Partial<Record<HeaderField, string>>>;
  readonly end: number;
}

/**
 * Reads the block of headers that begins at a line; undefined where that line is no header. A long header continues in
 * the next line; text below an empty line ends the block.
 */
export function readHeaderBlock(lines: readonly string[], start: number): HeaderBlock | undefined {
  if (readHeader(lines[start] ?? '') === undefined) return undefined;
  const fields: Partial<Record<HeaderField, string>> = {};
  let [end, isAfterEmpty] = [start, false];
  for (const [offset, line] of lines.slice(start, start + BLOCK_LINES).entries()) {
    const header = readHeader(line);
    if (header !== undefined) {
      fields[header.field] ??= header.value;
      end = start + offset + 1;
    } else if (isAfterEmpty && line.trim() !== '') {
      break;
    }
    isAfterEmpty = line.trim() === '';
  }
  return { fields, end };
}

/** Whether headers are those of a mail: one alone may be a sentence that begins with "From:" or "Date:". */
export function isMailHeader({ fields }: HeaderBlock): boolean {
  return Object.keys(fields).length >= 3;
}
