const { spawnSync } = require('node:child_process');
const { join } = require('node:path');

/** Builds, and trains the router where its weights are stale: inside Jest's sandbox a training takes a minute. */
module.exports = () => {
  const run = join(__dirname, '..', 'scripts', 'run.mjs');
  const { status } = spawnSync(process.execPath, [run, 'cli/build-cache'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The build failed.');
};
