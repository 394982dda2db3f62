import { expect, it } from '@jest/globals';
import { isOtherLanguage } from '../../src/router/text/language';
import { leadingProgram } from '../../src/router/leading-program';
import { readUtterance } from '../../src/router/utterance';
import type { Surface } from '../../src/router/types';
import { createAnalyzer } from '../../src/router/text/analyzer';
import { createSpeller } from '../../src/router/text/spelling';
import { countWords } from '../../src/router/training/count-words';
import { GrowingIndex } from '../../src/router/training/growing-index';
import { RULES } from '../../src/cli/run-command';
import { loadRules } from '../../src/rule-book/load';

const { book, examples } = loadRules(RULES);
const speller = createSpeller(countWords(book.routing, examples));
const reader = createAnalyzer(book.routing, { speller, index: new GrowingIndex() });
const stopWords = new Set(book.routing.stopWords);

function seemsForeign(text: string, surface?: Surface): boolean {
  const utterance = readUtterance(text, surface);
  const readings = utterance.segments.map((segment) => reader.read(segment.text));
  return isOtherLanguage(utterance, readings, stopWords);
}

it.each([
  [
    'German',
    'Ich bin Professorin an einer Hochschule und möchte wissen, ob es für unsere Lehre eine kostenlose Lizenz gibt.',
  ],
  [
    'French',
    "Je suis enseignant à l'université et je voudrais savoir comment obtenir une licence gratuite pour mes étudiants.",
  ],
  [
    'Spanish',
    'Soy profesor de la universidad y me gustaría saber cómo podemos obtener una licencia gratuita para los estudiantes.',
  ],
  [
    'Portuguese',
    'Sou mantenedor de um projeto de código aberto e gostaria de saber como participar no programa de vocês este ano.',
  ],
  [
    'Dutch',
    'Ik ben docent aan de hogeschool en wij willen graag weten of er een gratis licentie voor scholen bestaat.',
  ],
  [
    'Japanese',
    '大学でソフトウェア工学を教えております。教育プログラムに申し込みたいのですが、どうすればよいでしょうか。',
  ],
  ['Chinese', '我是大学教授，我们想申请教育计划的免费许可证，请问如何申请？谢谢您的帮助。'],
  [
    'Russian',
    'Я преподаватель университета, мы хотели бы получить бесплатную лицензию для студентов, как подать заявку?',
  ],
])('a letter in %s is told from one in English', (_, text) => {
  expect(seemsForeign(text, 'shortcut')).toBe(true);
});

it('hardly any English example is taken for another language', () => {
  const english = /\b(?:the|is|and|for|my|you|they|we|how|who|what)\b/gi;
  const long = examples.filter(({ text }) => (text.match(english)?.length ?? 0) >= 4);
  const mistaken = long.filter(({ text }) => seemsForeign(text));

  expect(long.length).toBeGreaterThan(2000);
  expect(mistaken.length / long.length).toBeLessThan(0.002);
});

it.each([
  ['education who answers a lead', 'education'],
  ['open source: who answers', 'open-source'],
  ['Open-Source who answers', 'open-source'],
  ['GitLab for Startups, how do they renew', 'startups'],
  ['who answers education leads', undefined],
  ['startups@example.com bounced', undefined],
  ['educational leave', undefined],
])('%s begins with the program %s', (text, program) => {
  expect(leadingProgram(text, book.programs)).toBe(program);
});
