type State = 'under way' | 'answered';

/** What this copy knows by itself of the events it saw: enough for one copy, and while the store is away. */
export class LocalClaims {
  private readonly states = new Map<string, State>();

  /** @param most how many events are remembered; the oldest are forgotten */
  constructor(private readonly most = 20_000) {}

  /** Takes an event up under all its ids, unless this copy knows one of them. */
  take(ids: readonly string[]): 'ours' | State {
    const known = ids.flatMap((id) => this.states.get(id) ?? []);
    if (known.includes('answered')) return 'answered';
    if (known.length > 0) return 'under way';
    this.set(ids, 'under way');
    return 'ours';
  }

  set(ids: readonly string[], state: State): void {
    for (const id of ids) {
      this.states.delete(id);
      this.states.set(id, state);
    }
    for (const id of this.states.keys()) {
      if (this.states.size <= this.most) return;
      this.states.delete(id);
    }
  }

  drop(ids: readonly string[]): void {
    for (const id of ids) this.states.delete(id);
  }
}
