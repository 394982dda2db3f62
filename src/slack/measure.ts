import { channel } from 'node:diagnostics_channel';
import type { RequestKind } from './listener-task';

/** What the metrics count. It holds fixed words and ids of routes: no user, channel, or text. */
export type Measurement =
  | {
      readonly kind: 'request';
      readonly surface: RequestKind;
      readonly outcome: string;
      readonly route: string | null;
      readonly seconds: number;
    }
  | { readonly kind: 'refusal'; readonly reason: string };

/** Where each measurement is published; `diagnostics_channel.subscribe` receives it. */
export const MEASURE_CHANNEL = 'program-route:measure';

const measurements = channel(MEASURE_CHANNEL);

/** Publishes a measurement. Without metrics it costs nothing. */
export function measure(measurement: Measurement): void {
  if (measurements.hasSubscribers) measurements.publish(measurement);
}
