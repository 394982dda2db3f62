/** A spot in the checked JSON; what is reported there carries its pointer, worded as Slack words it. */
export class Place {
  constructor(
    private readonly pointer: string,
    private readonly problems: string[],
  ) {}

  at(key: string | number): Place {
    return new Place(`${this.pointer}/${key}`, this.problems);
  }

  report(problem: string): void {
    this.problems.push(`${problem} [json-pointer:${this.pointer}]`);
  }
}
