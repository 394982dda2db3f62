/** A check on a busy machine fails where a goal is missed by this factor, so that noise does not. */
const MARGIN = 4;

/**
 * One line of the table.
 *
 * @param what what was measured
 * @param values `ours`, `against` and `ratio` as texts; `value` is compared with the goal: at most `most`, or at least
 *   `least`; `goal` is the goal as a text. Without a bound it is told, and has no goal. `absolute`: it depends on the
 *   machine, having nothing beside it
 */
export function row(what, values) {
  const {
    ours,
    against = '',
    ratio = '',
    value,
    most,
    least,
    goal = '',
    absolute = false,
  } = values;
  const distance = most !== undefined ? value / most : least !== undefined ? least / value : 0;
  const hasGoal = most !== undefined || least !== undefined;
  return {
    what,
    ours,
    against,
    ratio,
    goal,
    value,
    met: hasGoal ? distance <= 1 : null,
    absolute,
    failed: !(distance <= MARGIN),
  };
}

/** A line for a ratio of two measured numbers, `show` being how they are written. */
export function ratioRow(what, { ours, against, ratio = ours / against, show, most, least }) {
  return row(what, {
    ours: show(ours),
    against: show(against),
    ratio: ratio.toFixed(2),
    value: ratio,
    most,
    least,
    goal: most !== undefined ? `<= ${most}` : least !== undefined ? `>= ${least}` : '',
  });
}

const HEADS = ['what', 'ours', 'against', 'ratio', 'goal', 'met'];

/** The rows as a table in Markdown, in columns. */
export function table(rows) {
  const cells = rows.map(({ what, ours, against, ratio, goal, met }) => [
    what,
    ours,
    against,
    ratio,
    goal,
    met === null ? '' : met ? 'yes' : 'no',
  ]);
  const widths = HEADS.map((head, at) =>
    Math.max(head.length, ...cells.map((one) => one[at].length)),
  );
  const line = (one) => `| ${one.map((cell, at) => cell.padEnd(widths[at])).join(' | ')} |`;
  return [HEADS, widths.map((width) => '-'.repeat(width)), ...cells].map(line).join('\n');
}

export const micros = (value) => `${value.toFixed(value < 10 ? 1 : 0)} µs`;
export const millis = (value) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
export const megabytes = (bytes) => `${(bytes / 2 ** 20).toFixed(1)} MB`;
export const perSecond = (value) => `${Math.round(value)} a second`;
