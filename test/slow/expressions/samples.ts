import type { AST } from '@eslint-community/regexpp';
import { isSingle, type Letters } from './letters';

/** So many ways to match a part are tried. */
const MOST = 6;

/** Short texts that a part of an expression matches, some of each of its alternatives; what looks ahead holds no text. */
export function samplesOf(node: AST.Element | AST.Alternative, letters: Letters): string[] {
  if (isSingle(node)) return letters.matching(node).slice(0, MOST);
  switch (node.type) {
    case 'Alternative':
      return samplesOfRow(node.elements, letters);
    case 'Group':
    case 'CapturingGroup':
      return samplesOfAny(node.alternatives, letters);
    case 'Quantifier':
      return samplesOfRepeated(node, letters);
    case 'Backreference':
      return samplesOfAny(
        [node.resolved].flat().flatMap(({ alternatives }) => alternatives),
        letters,
      );
    case 'Assertion':
      return samplesBehind(node, letters);
  }
}

/** Texts that parts match which stand in a row: the first way of each, the last of each, and each other way of one. */
export function samplesOfRow(parts: readonly AST.Element[], letters: Letters): string[] {
  const samples = parts.map((part) => samplesOf(part, letters));
  const firsts = samples.map(([first = '']) => first);
  const lasts = samples.map((ways) => ways.at(-1) ?? '');
  const others = samples.flatMap((ways, at) => ways.slice(1).map((way) => firsts.with(at, way)));
  return [...new Set([firsts, lasts, ...others].map((row) => row.join('')))].slice(0, MOST);
}

function samplesOfAny(alternatives: readonly AST.Alternative[], letters: Letters): string[] {
  return alternatives
    .flatMap((one) => samplesOf(one, letters).slice(0, MOST / 2))
    .slice(0, 4 * MOST);
}

function samplesOfRepeated({ element, min }: AST.Quantifier, letters: Letters): string[] {
  const filled = samplesOf(element, letters).map((one) => one.repeat(Math.max(min, 1)));
  return min === 0 ? [...filled, ''] : filled;
}

/** Of what stands before. */
function samplesBehind(node: AST.Assertion, letters: Letters): string[] {
  return node.kind === 'lookbehind' && !node.negate
    ? samplesOfAny(node.alternatives, letters)
    : [''];
}
