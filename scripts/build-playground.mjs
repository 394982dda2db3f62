import { writeFileSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, dirname, sep } from 'node:path';
import { build } from 'vite';
import { PLAYGROUND_STAMP, PROJECT, stampOfPlayground } from './freshness.mjs';

const OUT = join(PROJECT, 'dist', 'playground');
const common = { configFile: false, logLevel: 'warn', publicDir: false };

/** Bundles the page for the browser, and its server for Node, into `dist/playground`. */
async function buildPlayground() {
  const stamp = stampOfPlayground();
  await build({
    ...common,
    root: join(PROJECT, 'playground', 'page'),
    base: './',
    build: { outDir: join(OUT, 'page'), emptyOutDir: true, chunkSizeWarningLimit: 2000 },
  });
  await build({
    ...common,
    root: PROJECT,
    plugins: [theBotFromDist()],
    build: {
      ssr: true,
      outDir: OUT,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: {
        input: {
          main: join(PROJECT, 'playground', 'host', 'main.ts'),
          pictures: join(PROJECT, 'playground', 'pictures', 'main.ts'),
        },
        output: { format: 'cjs', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  });
  writeFileSync(PLAYGROUND_STAMP, JSON.stringify({ stamp }));
}

/** The server runs the compiled bot itself, not a copy of its code; packages stay in node_modules. */
function theBotFromDist() {
  const sources = join(PROJECT, 'src') + sep;
  return {
    name: 'the-bot-from-dist',
    enforce: 'pre',
    resolveId(source, importer) {
      if (importer === undefined) return null;
      const isPath = source.startsWith('.') || isAbsolute(source);
      if (!isPath) return { id: source, external: true };
      const path = resolve(dirname(importer), source);
      if (!path.startsWith(sources)) return null;
      const compiled = relative(OUT, join(PROJECT, 'dist', relative(sources, path)));
      return { id: `./${compiled.split(sep).join('/')}.js`, external: true };
    },
  };
}

await buildPlayground();
