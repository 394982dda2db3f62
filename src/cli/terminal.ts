import { PLAIN, type TextStyle } from '../answer/plain-text';

const WIDEST = 100;

/** Bold, faint and wrapped text on a terminal; plain text for other outputs or with NO_COLOR. */
export function styleFor(output: NodeJS.WriteStream): TextStyle {
  if (!output.isTTY) return PLAIN;
  const width = Math.min(output.columns, WIDEST);
  const wrap = (text: string, indent: string): string => wrapText(text, width, indent);
  if (process.env['NO_COLOR'] !== undefined) return { ...PLAIN, wrap };
  return {
    bold: (text) => `\u001b[1m${text}\u001b[22m`,
    faint: (text) => `\u001b[2m${text}\u001b[22m`,
    wrap,
  };
}

/** Wraps text between words. A word longer than the width, such as a URL, is not broken. */
export function wrapText(text: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const room = width - indent.length;
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join(`\n${indent}`);
}
