import { nodeFault } from './node-version';

// Imported before anything else: on an older Node, another import may fail first, and say nothing that helps.
const fault = nodeFault(process.versions.node);
if (fault !== undefined) {
  process.stderr.write(`${fault}\n`);
  process.exit(1);
}
