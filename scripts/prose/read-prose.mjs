import ts from 'typescript';

/** How to read the prose of each kind of file. Files of other kinds have none. */
const READERS = {
  '.md': readMarkdown,
  '.ts': readTypeScript,
  '.tsx': readTypeScript,
  '.mjs': readTypeScript,
  '.cjs': readTypeScript,
  '.css': readStyles,
  '.html': readWhole,
  '.yml': readYaml,
  '.example': readYaml,
};

/**
 * The sentences that people read in a file: text of pages, comments and messages.
 *
 * @param options.kind the file's ending, with its dot
 * @param options.mode `comments` leaves out strings, except the titles of tests
 * @returns each piece with the line that it begins on; code between backticks is blanked
 */
export function readProse(text, { kind, mode }) {
  const read = READERS[kind];
  if (read === undefined) return [];
  return read(text, mode, kind).map(({ line, text: piece }) => ({
    line,
    text: piece.replace(/`[^`\n]*`/g, (code) => ' '.repeat(code.length)),
  }));
}

function readWhole(text) {
  return [{ line: 1, text }];
}

/** A page without its code blocks, its quotes and the addresses of its links. */
function readMarkdown(text) {
  const page = text
    .replace(/^( *)(```+|~~~+)[\s\S]*?\n\1\2$/gm, blank)
    .replace(/^> .*$/gm, blank)
    .replace(/\]\([^)\s]*\)/g, blank);
  return [{ line: 1, text: page }];
}

/** Replaces a part by as many line breaks as it has, so that line numbers stay right. */
function blank(part) {
  return part.replace(/[^\n]/g, ' ');
}

function readStyles(text) {
  return [...text.matchAll(/\/\*[\s\S]*?\*\//g)].map(({ 0: comment, index }) => ({
    line: lineAt(text, index),
    text: comment,
  }));
}

/** Comments, and everything else in files whose values are sentences. Lists of words are what users type. */
function readYaml(text, mode) {
  if (mode !== 'comments') return readWhole(text.replace(/\bwords:\s*\[[^\]]*\]/g, blank));
  return [...text.matchAll(/(?:^|\s)#(.*)$/gm)].map(({ 1: comment, index }) => ({
    line: lineAt(text, index + 1),
    text: comment,
  }));
}

function lineAt(text, index) {
  return text.slice(0, index).split('\n').length;
}

/** Comments and strings that hold more than one word. */
function readTypeScript(text, mode, kind) {
  const scriptKind = kind === '.tsx' ? ts.ScriptKind.TSX : undefined;
  const source = ts.createSourceFile(`file${kind}`, text, ts.ScriptTarget.Latest, true, scriptKind);
  const pieces = new Map();
  const keep = (position, piece) => {
    pieces.set(position, { line: lineAt(text, position), text: piece });
  };
  const visit = (node) => {
    if (node.kind === ts.SyntaxKind.JsxText) {
      keep(node.getStart(), node.text.trim());
      return;
    }
    for (const { pos, end } of ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []) {
      keep(pos, text.slice(pos, end));
    }
    for (const { pos, end } of ts.getTrailingCommentRanges(text, node.getEnd()) ?? []) {
      keep(pos, text.slice(pos, end));
    }
    if (isSentence(node) && (mode === 'all' || isTitle(node))) keep(node.getStart(), node.text);
    for (const child of node.getChildren()) visit(child);
  };
  visit(source);
  return [...pieces.values()].sort((a, b) => a.line - b.line);
}

const STRINGS = new Set([
  ts.SyntaxKind.StringLiteral,
  ts.SyntaxKind.NoSubstitutionTemplateLiteral,
  ts.SyntaxKind.TemplateHead,
  ts.SyntaxKind.TemplateMiddle,
  ts.SyntaxKind.TemplateTail,
]);

function isSentence(node) {
  return STRINGS.has(node.kind) && /\p{L} +\p{L}/u.test(node.text);
}

/** Whether a string is the first argument of `it`, `describe` or `it.each(...)`. */
function isTitle(node) {
  const call = node.parent;
  return (
    ts.isCallExpression(call) &&
    call.arguments[0] === node &&
    /^(?:it|test|describe)\b/.test(call.expression.getText())
  );
}
