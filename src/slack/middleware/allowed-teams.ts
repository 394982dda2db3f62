/** The workspaces and organisations whose people the bot works for. */
export class AllowedTeams {
  /** How many events of others were left alone, since the start. */
  ignoredEvents = 0;

  /** What an operator may want to know. */
  notes(): string[] {
    if (this.ignoredEvents === 0) return [];
    return [
      `events of workspaces that are not served, left alone since the start: ${this.ignoredEvents}`,
    ];
  }

  /** @param ids of workspaces (T...) and of organisations (E...) */
  constructor(private readonly ids: ReadonlySet<string>) {}

  /**
   * Whether somebody is of ours. In an organisation Slack does not say which of its workspaces a person is in reliably,
   * so the organisation itself counts where it is served.
   */
  isColleague(team: string | undefined, enterprise: string | undefined): boolean {
    if (team === undefined || this.has(team)) return true;
    // Slack may name the organisation of somebody in place of their workspace.
    return !team.startsWith('E') && this.has(enterprise);
  }

  /** Whether a request came through one of ours. Its ids lie elsewhere in each kind of payload. */
  allows(body: object): boolean {
    const { team_id: team, enterprise_id: enterprise } = body as Ids;
    // A command, the commonest request, names them at once. An event names who wrote, who may be a guest of ours.
    if (!('event' in body) && typeof team === 'string')
      return this.has(team) || this.has(enterprise);
    return 'event' in body ? this.servesEvent(body) : this.servesInteraction(body);
  }

  /** Source: https://docs.slack.dev/apis/events-api#authorizations */
  private servesEvent(body: object): boolean {
    const [installed] = listAt(body, 'authorizations');
    if (installed !== undefined) {
      return this.has(at(installed, 'team_id')) || this.has(at(installed, 'enterprise_id'));
    }
    const names = ['context_team_id', 'context_enterprise_id', 'team_id', 'enterprise_id'];
    return names.some((name) => this.has(at(body, name)));
  }

  /** Where the app is installed for an organisation, `team` is null. */
  private servesInteraction(body: object): boolean {
    const [team, user] = [at(body, 'team'), at(body, 'user')];
    const enterprise = at(at(body, 'enterprise'), 'id') ?? at(team, 'enterprise_id');
    const own = at(user, 'team_id');
    const isOurs = this.has(at(team, 'id') ?? own) || this.has(enterprise);
    return isOurs && (typeof own !== 'string' || this.has(own) || this.has(enterprise));
  }

  private has(id: unknown): boolean {
    return typeof id === 'string' && this.ids.has(id);
  }
}

/**
 * The organisation that an event's app is installed in. Slack names it in `authorizations`; an envelope of a mention has
 * no `context_enterprise_id`. Only where Slack says that nobody from outside reads a channel does the installation tell
 * of the person who wrote.
 */
export function enterpriseOf(body: object): string | undefined {
  const [installed] =
    at(body, 'is_ext_shared_channel') === false ? listAt(body, 'authorizations') : [];
  const found = at(body, 'context_enterprise_id') ?? at(installed, 'enterprise_id');
  return typeof found === 'string' ? found : undefined;
}

interface Ids {
  readonly team_id?: unknown;
  readonly enterprise_id?: unknown;
}

function at(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name] ?? undefined;
}

function listAt(value: unknown, name: string): readonly unknown[] {
  const list = at(value, name);
  return Array.isArray(list) ? list : [];
}
