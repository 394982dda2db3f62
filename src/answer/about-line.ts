import type { Answer } from './types';

/** The last line, in faint type: the source, the program, and the matched words. */
export function aboutLine(answer: Answer): string {
  return aboutParts(answer).join(' · ');
}

/** The parts of the last line, for a renderer that joins them itself. */
export function aboutParts({ source, program, routed }: Answer): string[] {
  const parts: string[] = [];
  if (source !== null) {
    const headings = [source.heading, ...source.also].map((heading) => `“${heading}”`);
    parts.push(`Source: ${source.page}, ${headings.join(' and ')}`);
  }
  if (program !== null) parts.push(`Program: ${program.name}`);
  if (routed.why.length > 0) parts.push(`Matched words: ${routed.why.join(', ')}`);
  return parts;
}
