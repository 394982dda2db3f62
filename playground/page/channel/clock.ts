function dateOf(ts: string): Date {
  return new Date(Number(ts) * 1000);
}

/** Such as 10:42 */
export function timeOf(ts: string): string {
  return dateOf(ts).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}

/** Such as "Today", or "Monday, 3 February". */
export function dayOf(ts: string): string {
  const date = dateOf(ts);
  if (date.toDateString() === new Date().toDateString()) return 'Today';
  return date.toLocaleDateString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
}
