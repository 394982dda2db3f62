import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { MEASURE_CHANNEL, type Measurement } from '../slack/measure';
import type { Readiness } from '../slack/transport/health-endpoints';
import type { StoreCounts } from '../store/store';
import type { Version } from '../version';

/** Where the metrics read what they do not count themselves, at each scrape. */
export interface MetricSources {
  readonly readiness: Readiness;
  readonly store: () => StoreCounts;
  /** The version of the rules in force. */
  readonly rules: () => string;
  readonly build: Version;
}

export interface Metrics {
  readonly contentType: string;
  /** The metrics in the text format of Prometheus. */
  text(): Promise<string>;
  /** From here on it counts nothing. */
  stop(): void;
}

const PREFIX = 'program_route_';

/** In seconds. Slack waits 3 s, and a listener has 2.3 s. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.3, 3];

/** Makes the metrics. No label holds a user, a channel, or a text. */
export function openMetrics(sources: MetricSources): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  addState(registry, sources);
  const count = countRequests(registry);
  const onMeasurement = (message: unknown): void => {
    count(message as Measurement);
  };
  subscribe(MEASURE_CHANNEL, onMeasurement);
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    stop() {
      unsubscribe(MEASURE_CHANNEL, onMeasurement);
    },
  };
}

function countRequests(registry: Registry): (measurement: Measurement) => void {
  const registers = [registry];
  const requests = new Counter({
    name: `${PREFIX}requests_total`,
    help: 'Requests that a listener handled.',
    labelNames: ['surface', 'outcome'] as const,
    registers,
  });
  const durations = new Histogram({
    name: `${PREFIX}request_duration_seconds`,
    help: 'How long a listener took.',
    labelNames: ['surface'] as const,
    buckets: BUCKETS,
    registers,
  });
  const answers = new Counter({
    name: `${PREFIX}answers_total`,
    help: 'Answers by route.',
    labelNames: ['route'] as const,
    registers,
  });
  const refusals = new Counter({
    name: `${PREFIX}refusals_total`,
    help: 'Requests that no listener saw.',
    labelNames: ['reason'] as const,
    registers,
  });
  return (measurement) => {
    if (measurement.kind === 'refusal') {
      refusals.inc({ reason: measurement.reason });
      return;
    }
    const { surface, outcome, route, seconds } = measurement;
    requests.inc({ surface, outcome });
    durations.observe({ surface }, seconds);
    if (route !== null) answers.inc({ route });
  };
}

/** Values that are read when somebody asks for them. */
function addState(registry: Registry, { readiness, store, rules, build }: MetricSources): void {
  const registers = [registry];
  new Gauge({
    name: `${PREFIX}problems`,
    help: 'Sentences in the problems of /readyz, by part.',
    labelNames: ['part'] as const,
    registers,
    collect() {
      const { problems, slack, store: ofStore } = readiness();
      this.set({ part: 'connection' }, problems.length);
      this.set({ part: 'slack' }, slack.length);
      this.set({ part: 'store' }, ofStore.length);
    },
  });
  new Gauge({
    name: `${PREFIX}notes`,
    help: 'Sentences in the notes of /readyz.',
    registers,
    collect() {
      this.set(readiness().notes.length);
    },
  });
  new Gauge({
    name: `${PREFIX}store_records`,
    help: 'Records that wait for the store, and those that were given up since the start.',
    labelNames: ['state'] as const,
    registers,
    collect() {
      const { waiting, lost } = store();
      this.set({ state: 'waiting' }, waiting);
      this.set({ state: 'lost' }, lost);
    },
  });
  addVersions(registry, { rules, build });
}

function addVersions(
  registry: Registry,
  { rules, build }: Pick<MetricSources, 'rules' | 'build'>,
): void {
  const registers = [registry];
  new Gauge({
    name: `${PREFIX}rules_info`,
    help: 'The version of the rules in force, as a label.',
    labelNames: ['version'] as const,
    registers,
    collect() {
      this.reset();
      this.set({ version: rules() }, 1);
    },
  });
  new Gauge({
    name: `${PREFIX}build_info`,
    help: 'The version of the bot, as labels.',
    labelNames: ['version', 'revision'] as const,
    registers,
  }).set({ version: build.version, revision: build.revision ?? '' }, 1);
}
