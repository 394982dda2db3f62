import type { KnownBlock, ModalView } from '@slack/types';
import { makeAnswer } from '../../src/answer/answer';
import type { Answer } from '../../src/answer/types';
import { chooseRoute, NO_ROUTE } from '../../src/answer/choose';
import {
  askTeamModal,
  pasteModal,
  postedModal,
  repeatedModal,
} from '../../src/slack/features/escalate/blocks';
import { blocksAfter, teamPost } from '../../src/slack/features/escalate/post-blocks';
import { context } from '../../src/slack/blocks/builders';
import { cardBlocks } from '../../src/slack/blocks/card';
import { guideMessage } from '../../src/slack/features/ask/help';
import { exampleModal, homeBlocks } from '../../src/slack/features/home/blocks';
import {
  suggestButton,
  suggestModal,
  suggestedModal,
} from '../../src/slack/features/suggest/blocks';
import { leadModal } from '../../src/slack/features/lead/blocks';
import { listMessage } from '../../src/slack/features/ask/topic-list';
import { OUTDATED } from '../../src/slack/blocks/outdated';
import { noFiguresBlocks, teamHomeBlocks } from '../../src/slack/features/home/team-blocks';
import { replyMessage } from '../../src/slack/blocks/reply-message';
import type { Candidate, Routed, RoutedAnswer } from '../../src/router/types';
import type { RuleBook } from '../../src/rule-book/types';
import type { Summary } from '../../src/store/summary';
import { createSigner } from '../../src/slack/signed-value';
import { signQuestion } from '../../src/slack/payloads/signed-question';
import { TEAM_CHANNEL } from '../rule-book/names';

const WHY = ['a word', 'of reasonable length', 'universities', 'open-source', '<!channel>'];
/** What JSON writes longest: every character as two or more. */
const LONGEST_QUESTION = '"\\\n<>&é😀'.repeat(600);
const ASKED = { user: 'U0123456789', text: LONGEST_QUESTION };
const CHANNELS = { [TEAM_CHANNEL]: 'C0123456789' };
const QUESTION = signQuestion(ASKED, createSigner('xoxb-any'));

/** Blocks that a rule book can produce, with where they stand. */
export type Produced =
  | { readonly name: string; readonly surface: 'message' | 'home'; readonly blocks: KnownBlock[] }
  | { readonly name: string; readonly view: ModalView };

/** Every message and view that the rules can produce, in every state. */
export function allBlocks(book: RuleBook): Produced[] {
  const message = (name: string, blocks: KnownBlock[]): Produced => ({
    name,
    surface: 'message',
    blocks,
  });
  const decisions = [...allAnswers(book), ...allQuestionsBack(book), ...allNone(book)];
  return [
    ...decisions.flatMap(([name, routed]) =>
      ofDecision(name, makeAnswer(routed, book, 'Ana Lima'), book),
    ),
    message('guide', guideMessage(book, '/program-route').blocks),
    message('list', listMessage(book).blocks),
    message('outdated', OUTDATED.blocks),
    ...teamPosts(book).map((blocks) => message('post to the team', blocks)),
    { name: 'home', surface: 'home', blocks: homeBlocks(book, CHANNELS) },
    { name: 'home of the team', surface: 'home', blocks: teamHome(book) },
    { name: 'home without figures', surface: 'home', blocks: noFiguresBlocks() },
    ...askTeamModals(),
    ...keepTextModals(book),
  ];
}

function ofDecision(name: string, answer: Answer, book: RuleBook): Produced[] {
  const common = { version: book.version, channels: CHANNELS };
  const messages = [true, false].flatMap((canShare) =>
    [QUESTION, null].map((question): Produced => {
      const { blocks } = replyMessage(answer, { ...common, canShare, question });
      const chosen = context(`Chosen by <@${ASKED.user}>`);
      return { name: `${name}, message`, surface: 'message', blocks: [...blocks, chosen] };
    }),
  );
  const remarks = ['Slack shows me only the start of this email.'];
  const lead = { answer, book, channels: CHANNELS, name: 'Ana Lima', remarks };
  return [
    ...messages,
    { name: `${name}, shared`, surface: 'message', blocks: cardBlocks(answer, CHANNELS) },
    { name: `${name}, lead`, view: leadModal(lead) },
    { name: `${name}, example`, view: exampleModal('An example', answer, CHANNELS) },
  ];
}

type Decision = readonly [name: string, routed: Routed];

function programsOf(book: RuleBook): (string | null)[] {
  return [null, ...book.programs.map(({ id }) => id)];
}

function allAnswers(book: RuleBook): Decision[] {
  return Object.values(book.routes).flatMap((route) =>
    programsOf(book).flatMap((program): Decision[] => {
      const chosen = chooseRoute(book, { route: route.id, program });
      if (chosen === undefined) return [];
      const asked = [...(book.routes[chosen.route]?.ifAsked ?? []).keys()];
      const routed: RoutedAnswer = {
        ...chosen,
        asked,
        why: WHY,
        otherLanguage: true,
        alternatives: longestTitled(book, program),
      };
      return [[`${route.id} for ${program ?? 'any'}`, routed]];
    }),
  );
}

function allQuestionsBack(book: RuleBook): Decision[] {
  return programsOf(book).flatMap((program) =>
    [2, 3].map((count): Decision => {
      const alternatives = longestTitled(book, program).slice(0, count);
      const base = { program, confidence: 0.5, why: WHY, otherLanguage: true } as const;
      const routed = {
        ...base,
        outcome: 'clarify',
        guess: null,
        candidates: [],
        alternatives,
      } as const;
      return [`${count} fit ${program ?? 'any'}`, routed];
    }),
  );
}

function allNone(book: RuleBook): Decision[] {
  return [null, ...Object.keys(book.outOfScope)].flatMap((intent) =>
    programsOf(book).map((program): Decision => {
      const routed = { ...NO_ROUTE, outOfScopeIntent: intent, program, otherLanguage: true };
      return [`none, ${intent ?? 'nothing near'}`, routed];
    }),
  );
}

/** The three routes whose titles need the most room on a button. */
function longestTitled(book: RuleBook, program: string | null): Candidate[] {
  return Object.values(book.routes)
    .sort((a, b) => b.title.length - a.title.length)
    .slice(0, 3)
    .map(({ id }) => ({ route: id, program, confidence: 0.3 }));
}

const SIGN = createSigner('xoxb-any');
const LINK = 'https://example.slack.com/archives/C0123456789/p1795000000000000';

/** The post with the longest titles, as it is posted and after each step. */
function teamPosts(book: RuleBook): KnownBlock[][] {
  const id = '5cdf3ac8-9bdf-40d7-b9e7-441759ca777f';
  return programsOf(book).flatMap((program) => {
    const routed = { ...NO_ROUTE, program, candidates: longestTitled(book, program) };
    const question = LONGEST_QUESTION.slice(0, 2800);
    const post = { id, askedBy: ASKED.user, question, link: LINK, routed };
    const { blocks } = teamPost(post, { book, sign: SIGN });
    const step = { id, askedBy: ASKED.user, by: ASKED.user };
    const steps = (['taken', 'answered', 'closed'] as const).map((name) =>
      blocksAfter(blocks, { ...step, step: name }, SIGN),
    );
    return [blocks, ...steps];
  });
}

function askTeamModals(): Produced[] {
  const channel = TEAM_CHANNEL;
  const question = LONGEST_QUESTION.slice(0, 1500);
  const states = [true, false].flatMap((canPost) =>
    [question, ''].map((text) =>
      askTeamModal({
        question: text,
        isCut: true,
        channel,
        canPost,
        askedIn: { channel: 'C0123456789', ts: '1795000000.000000' },
      }),
    ),
  );
  return [
    ...states,
    pasteModal({ question: 'x', channel: '#x', isUnknown: true }),
    postedModal('https://example.com/x'),
    repeatedModal('#x'),
  ].map((view, at) => ({
    name: `ask the team ${at}`,
    view,
  }));
}

/** The team's Home with every topic, program and route on it, and as many open questions as are listed. */
function teamHome(book: RuleBook): KnownBlock[] {
  const counts = (names: readonly string[]) =>
    [...names, null].map((name) => ({ name, count: 99_999 }));
  const summary: Summary = {
    from: 0,
    to: 1_795_000_000_000,
    questions: 99_999,
    answered: 50_000,
    askedBack: 20_000,
    notKnown: 29_999,
    byTopic: counts(book.guide.topics.map(({ id }) => id)),
    byProgram: counts(book.programs.map(({ id }) => id)),
    bySurface: counts(['command', 'mention', 'direct', 'shortcut']),
    votes: { helped: 99_999, didNotHelp: 99_999 },
    choices: { chosen: 99_999, none: 99_999, rejected: 99_999 },
    worst: Object.keys(book.routes).map((route) => ({
      route,
      answers: 99_999,
      helped: 99_999,
      didNotHelp: 99_999,
      rejected: 99_999,
    })),
    handed: 99_999,
    open: {
      count: 99_999,
      newest: Array.from({ length: 10 }, (_, at) => ({
        id: '5cdf3ac8-9bdf-40d7-b9e7-441759ca777f',
        at: 1_795_000_000_000,
        link: at === 0 ? '' : LINK,
        channel: 'C0123456789',
        taken: true,
      })),
    },
  };
  const blocks = teamHomeBlocks({ current: summary, previous: summary }, book);
  return [...blocks, ...homeBlocks(book, CHANNELS)];
}

function keepTextModals(book: RuleBook): Produced[] {
  const given = { version: book.version, outcome: 'none', route: null, program: null } as const;
  const view = suggestModal(LONGEST_QUESTION, { answer: given, days: 99_999 });
  return [
    { name: 'text to keep', view },
    { name: 'text kept', view: suggestedModal() },
    {
      name: 'after a vote',
      surface: 'message',
      blocks: [
        {
          type: 'actions',
          elements: [
            suggestButton({ ...given, route: 'r'.repeat(60), outcome: 'answer' }, QUESTION),
          ],
        },
      ],
    },
  ];
}
