import type { Answer } from './answer';

/** The quiet last line: what the answer rests on, the program, and the words that decided. */
export function aboutLine(answer: Answer): string {
  return aboutParts(answer).join(' · ');
}

/** The same in parts. */
export function aboutParts({ source, program, routed }: Answer): string[] {
  const parts: string[] = [];
  if (source !== null) {
    const headings = [source.heading, ...source.also].map((heading) => `“${heading}”`);
    parts.push(`Source: ${source.page}, ${headings.join(' and ')}`);
  }
  if (program !== null) parts.push(`Program: ${program.name}`);
  if (routed.why.length > 0) parts.push(`Because of: ${routed.why.join(', ')}`);
  return parts;
}
