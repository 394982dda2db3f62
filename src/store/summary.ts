/** A question handed to the team that it is not done with. */
export interface OpenQuestion {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Of the post; empty where Slack gave none. */
  readonly link: string;
  /** Where it was posted. */
  readonly channel: string;
  /** Somebody of the team is at it. */
  readonly taken: boolean;
}

/** An escalation that nobody took, and that the team was not reminded of. */
export interface UntakenEscalation {
  readonly id: string;
  /** When it was handed over, in milliseconds since 1970. */
  readonly at: number;
  readonly channel: string;
  /** Of the post. */
  readonly ts: string;
}

export interface Count {
  /** Null: none was named, or none fits. */
  readonly name: string | null;
  readonly count: number;
}

/** How one route fares. */
export interface RouteRecord {
  readonly route: string;
  readonly answers: number;
  readonly helped: number;
  readonly didNotHelp: number;
  /** Presses on "Not what I asked". */
  readonly rejected: number;
}

/** What was asked from one moment to another, and how it went. Every list of counts adds up to `questions`. */
export interface Summary {
  /** Milliseconds since 1970; `to` is not part of it. */
  readonly from: number;
  readonly to: number;
  readonly questions: number;
  readonly answered: number;
  readonly askedBack: number;
  readonly notKnown: number;
  readonly byTopic: readonly Count[];
  readonly byProgram: readonly Count[];
  readonly bySurface: readonly Count[];
  readonly votes: { readonly helped: number; readonly didNotHelp: number };
  /** Presses on a runner-up, on "None of these", and on "Not what I asked". */
  readonly choices: { readonly chosen: number; readonly none: number; readonly rejected: number };
  /** The routes that were voted down or rejected, the worst first. */
  readonly worst: readonly RouteRecord[];
  readonly handed: number;
  /** Open at the moment of asking, whenever they were handed over; the newest first, as far as they are shown. */
  readonly open: { readonly count: number; readonly newest: readonly OpenQuestion[] };
}

/** A span of days, and as many days before it. */
export interface TwoSummaries {
  readonly current: Summary;
  readonly previous: Summary;
}

/** Counts as they come from the store. */
export interface Counts {
  readonly answers: readonly {
    readonly surface: string;
    readonly outcome: string;
    readonly route: string | null;
    readonly topic: string | null;
    readonly program: string | null;
    readonly count: number;
  }[];
  readonly votes: readonly {
    readonly route: string;
    readonly helped: number;
    readonly count: number;
  }[];
  readonly choices: readonly {
    readonly kind: string;
    readonly route: string | null;
    readonly count: number;
  }[];
  readonly handed: number;
  readonly open: Summary['open'];
}

/** Adds counts up to a summary. */
export function summarize(counts: Counts, { from, to }: { from: number; to: number }): Summary {
  const { answers, votes, choices, handed, open } = counts;
  const outcome = (name: string): number =>
    sum(answers.filter((answer) => answer.outcome === name));
  const kind = (name: string): number => sum(choices.filter((choice) => choice.kind === name));
  return {
    from,
    to,
    questions: sum(answers),
    answered: outcome('answer'),
    askedBack: outcome('clarify'),
    notKnown: outcome('none'),
    byTopic: countBy(answers, ({ topic }) => topic),
    byProgram: countBy(answers, ({ program }) => program),
    bySurface: countBy(answers, ({ surface }) => surface),
    votes: {
      helped: sum(votes.filter(({ helped }) => helped === 1)),
      didNotHelp: sum(votes.filter(({ helped }) => helped === 0)),
    },
    choices: { chosen: kind('chosen'), none: kind('none'), rejected: kind('rejected') },
    worst: worstRoutes(counts),
    handed,
    open,
  };
}

type Counted = readonly { readonly count: number }[];

function sum(rows: Counted): number {
  return rows.reduce((total, { count }) => total + count, 0);
}

function countBy<T extends { readonly count: number }>(
  rows: readonly T[],
  nameOf: (row: T) => string | null,
): Count[] {
  const names = [...new Set(rows.map(nameOf))];
  return names
    .map((name) => ({ name, count: sum(rows.filter((row) => nameOf(row) === name)) }))
    .sort((a, b) => b.count - a.count || (a.name ?? '~').localeCompare(b.name ?? '~'));
}

function worstRoutes({ answers, votes, choices }: Counts): RouteRecord[] {
  const rejections = choices.filter(({ kind }) => kind === 'rejected');
  const routes = [...votes, ...rejections].flatMap(({ route }) => route ?? []);
  return [...new Set(routes)]
    .map((route): RouteRecord => {
      const own = votes.filter((vote) => vote.route === route);
      return {
        route,
        answers: sum(answers.filter((answer) => answer.route === route)),
        helped: sum(own.filter(({ helped }) => helped === 1)),
        didNotHelp: sum(own.filter(({ helped }) => helped === 0)),
        rejected: sum(rejections.filter((choice) => choice.route === route)),
      };
    })
    .filter((one) => complaints(one) > 0)
    .sort((a, b) => complaints(b) - complaints(a) || a.route.localeCompare(b.route));
}

function complaints({ didNotHelp, rejected }: RouteRecord): number {
  return didNotHelp + rejected;
}
