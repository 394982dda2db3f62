import { expect, it } from '@jest/globals';
import { nodeFault } from '../../src/lifecycle/node-version';

it.each(['18.20.4', '20.0.0', '20.18.3'])(
  'says in a sentence that Node %s is too old',
  (version) => {
    expect(nodeFault(version)).toMatch(
      /^Node .* is too old: the bot needs Node 20\.19 or newer\. .*\.$/,
    );
  },
);

it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0', '26.10.0', process.versions.node])(
  'takes Node %s',
  (version) => {
    expect(nodeFault(version)).toBeUndefined();
  },
);
