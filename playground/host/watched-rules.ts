import type { OpenRuleBook } from '../../src/loader/open-rule-book';
import { LiveRuleBook, type RuleBookState } from '../../src/loader/live-rule-book';
import { makeAnswer } from '../../src/answer/answer';
import { jsonAnswer } from '../../src/answer/json';
import type { RulesReport } from '../wire';
import { watchFolder } from './watch-folder';

interface Told {
  /** Of each decision that the bot makes, as `ask --json` prints it. */
  readonly routed: (answer: object) => void;
  readonly changed: (report: RulesReport) => void;
  readonly sentence: (sentence: string) => void;
}

/** The rules of a running bot. They are reloaded after every edit, and each decision is reported. */
export class WatchedRules {
  private readonly rules: LiveRuleBook;
  private readonly endWatch: () => void;

  /** @throws RulesFolderError, FaultyRulesError */
  constructor(
    folder: string,
    private readonly told: Told,
  ) {
    this.rules = new LiveRuleBook(folder, {
      tell: told.sentence,
      changed: (state, version) => {
        told.changed(reportOf(state, version));
      },
    });
    this.endWatch = watchFolder(folder, () => void this.rules.reload());
  }

  get report(): RulesReport {
    return reportOf(this.rules.state, this.rules.current().book.version);
  }

  /** The fallback channel. Its name does not change until the next start. */
  get teamChannel(): string {
    const { destinations, fallback } = this.rules.current().book;
    const found = destinations[fallback];
    return found?.kind === 'slack' ? found.value : '#team';
  }

  /** The current rule book, with a router that reports its decisions. */
  current(): OpenRuleBook {
    const { book, router } = this.rules.current();
    return {
      book,
      router: {
        ...router,
        route: (text, hint) => {
          const routed = router.route(text, hint);
          this.told.routed(jsonAnswer(makeAnswer(routed, book)));
          return routed;
        },
      },
    };
  }

  notes(): string[] {
    return this.rules.notes();
  }

  stop(): void {
    this.endWatch();
  }
}

function reportOf(state: RuleBookState, version: string): RulesReport {
  return { kind: state.kind, version, faults: state.kind === 'refused' ? state.faults : '' };
}
