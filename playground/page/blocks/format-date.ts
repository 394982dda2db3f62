const DAY = 24 * 60 * 60 * 1000;
const LONG = { month: 'long', day: 'numeric', year: 'numeric' } as const;
const SHORT = { ...LONG, month: 'short' } as const;
const TIME = { hour: '2-digit', minute: '2-digit' } as const;

const TOKENS: Readonly<Record<string, (date: Date) => string>> = {
  date: (date) => inWords(date, LONG),
  date_num: (date) => date.toLocaleDateString('sv-SE'),
  date_short: (date) => inWords(date, SHORT),
  date_long: (date) => inWords(date, { ...LONG, weekday: 'long' }),
  date_pretty: (date) => pretty(date, LONG),
  date_short_pretty: (date) => pretty(date, SHORT),
  date_long_pretty: (date) => pretty(date, { ...LONG, weekday: 'long' }),
  time: (date) => date.toLocaleTimeString('en-GB', TIME),
  time_secs: (date) => date.toLocaleTimeString('en-GB', { ...TIME, second: '2-digit' }),
};

/**
 * The text of a `<!date^seconds^format|fallback>` mark in the visitor's own time zone.
 * Source: https://docs.slack.dev/messaging/formatting-message-text#date-formatting
 *
 * @param mark such as `!date^1392734382^{date} at {time}`
 * @returns null where Slack would show the fallback
 */
export function formatDate(mark: string): string | null {
  const [, seconds = '', format = ''] = mark.split('^');
  if (!/^\d+$/.test(seconds) || format === '') return null;
  const date = new Date(Number(seconds) * 1000);
  return format.replace(/\{(\w+)\}/g, (token, name: string) => TOKENS[name]?.(date) ?? token);
}

function inWords(date: Date, style: Intl.DateTimeFormatOptions): string {
  return date.toLocaleDateString('en-US', style);
}

/** Yesterday, today and tomorrow by name. */
function pretty(date: Date, style: Intl.DateTimeFormatOptions): string {
  const daysAway = Math.round((startOf(date) - startOf(new Date())) / DAY);
  return { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' }[daysAway] ?? inWords(date, style);
}

function startOf(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
