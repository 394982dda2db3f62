import { millis, ratioRow } from './row.mjs';
import { median } from './statistics.mjs';

/** From the start of the process until `/readyz` returns 200, with cached weights. The bot has its embedded store. */
export async function measureStart(start, { starts }) {
  const took = { ours: [], bolt: [] };
  for (let round = 0; round < starts; round += 1) {
    for (const [name, times] of Object.entries(took)) {
      const server = await start(name);
      await server.stop();
      times.push(server.startTook);
    }
  }
  return [
    ratioRow('start until /readyz says yes; a bare Bolt app', {
      ours: median(took.ours),
      against: median(took.bolt),
      ratio: median(took.ours.map((time, at) => time / took.bolt[at])),
      show: millis,
      most: 1.6,
    }),
  ];
}
