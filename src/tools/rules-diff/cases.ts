import type { Question } from '../evaluation/questions';
import { outOfScopeIntentOf } from '../../router/model/labels';
import type { PlacedExample } from '../../rule-book/labelled-examples';

/** A labeled text to route with both rule books. */
export interface Case {
  readonly origin: 'question' | 'example';
  readonly question: Question;
  /** Whether the text is held out, so that the output must not show it. */
  readonly hidden: boolean;
}

/** Questions of one file. */
export interface QuestionFile {
  readonly questions: readonly Question[];
  /** Whether the file is held out: authors of rules must not read its texts. */
  readonly hidden: boolean;
}

export function casesOfQuestions(files: readonly QuestionFile[]): Case[] {
  return files.flatMap(({ questions, hidden }) =>
    questions.map((question) => ({ origin: 'question' as const, question, hidden })),
  );
}

/** The examples of both rule books, each once. If both have a text, the new label is used. */
export function casesOfExamples(
  before: readonly PlacedExample[],
  after: readonly PlacedExample[],
): Case[] {
  const byText = new Map([...before, ...after].map((example) => [example.text, example]));
  return [...byText.values()].map((example) => ({
    origin: 'example',
    question: toQuestion(example),
    hidden: false,
  }));
}

function toQuestion({ text, labels, document, path }: PlacedExample): Question {
  const { file, line } = document.fault(path, { code: 'stray-example', message: '' });
  const routes = labels.filter((label) => outOfScopeIntentOf(label) === null);
  const [route = null] = routes;
  const common = { id: `${file}:${line}`, surface: 'slash' as const, text, program: null };
  if (routes.length > 1) return { ...common, outcome: 'clarify', route: null, accept: routes };
  return { ...common, outcome: route === null ? 'none' : 'answer', route, accept: [] };
}
