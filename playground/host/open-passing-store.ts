import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { openStore } from '../../src/store/open-store';
import type { Store } from '../../src/store/store';

/** A temporary store. */
export interface PassingStore {
  readonly store: Store;
  readonly stop: () => Promise<void>;
}

/** Opens the store in a temporary folder that is deleted when the playground stops. */
export async function openPassingStore(log: Logger): Promise<PassingStore> {
  const folder = mkdtempSync(join(tmpdir(), 'program-route-playground-'));
  const databaseUrl = `file:${join(folder, 'store.db')}`;
  const store = openStore({ databaseUrl, retentionDays: 1 }, { log, secret: 'xoxb-local' });
  await store.opened(5000);
  const stop = async (): Promise<void> => {
    await store.stop(1000);
    rmSync(folder, { recursive: true, force: true });
  };
  return { store, stop };
}
