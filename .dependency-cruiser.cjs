/** The direction of imports: text -> utterance -> route -> reply -> Slack. */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: { pathNot: '^playground/server' },
      to: { circular: true },
    },
    {
      name: 'no-circular-at-run-time',
      comment: 'The parts of the local Slack know the type of the whole that holds them.',
      severity: 'error',
      from: { path: '^playground/server' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'routing-imports-nothing',
      comment: 'The routing core is pure: no clock, no env, no log, no Slack, no file, no package.',
      severity: 'error',
      from: { path: '^src/routing' },
      to: { pathNot: '^src/routing' },
    },
    {
      name: 'training-imports-routing-only',
      severity: 'error',
      from: { path: '^src/training' },
      to: { pathNot: '^src/(training|routing)' },
    },
    {
      name: 'replies-are-pure',
      comment: 'A reply is made from a route and the rule book: no Slack client, no file.',
      severity: 'error',
      from: { path: '^src/replies' },
      to: {
        pathNot: '^(src/(replies|routing|rules/types|store/summary)|node_modules/@slack/types)',
      },
    },
    {
      name: 'rules-know-no-slack',
      severity: 'error',
      from: { path: '^src/rules' },
      to: { path: '^src/(slack|replies|cli|store)|node_modules/@slack' },
    },
    {
      name: 'slack-knows-no-cli',
      severity: 'error',
      from: { path: '^src/slack' },
      to: { path: '^src/(cli|app\\.ts)' },
    },
    {
      name: 'the-bot-knows-no-playground',
      severity: 'error',
      from: { path: '^src' },
      to: { path: '^(playground|test)' },
    },
    {
      name: 'the-local-slack-knows-no-bot',
      comment: 'It plays Slack for any app: it imports nothing of ours.',
      severity: 'error',
      from: { path: '^playground/server' },
      to: { path: '^(src|playground/(?!server))' },
    },
    {
      name: 'the-page-runs-in-a-browser',
      comment:
        'It takes types from the local Slack and what is said on the wire, and no code that runs in Node.',
      severity: 'error',
      from: { path: '^playground/page' },
      to: {
        path: '^(src|test|playground/(?!page|wire\\.ts|server/slack-objects\\.ts))',
      },
    },
    {
      name: 'the-store-knows-no-slack',
      comment:
        'What is kept and what is claimed are plain values: the store knows neither rules nor Slack.',
      severity: 'error',
      from: { path: '^src/store' },
      to: { path: '^src/(slack|replies|rules|routing|training|cli|app\\.ts)|node_modules/@slack' },
    },
    {
      name: 'only-the-store-speaks-sql',
      severity: 'error',
      from: { pathNot: '^src/store' },
      to: { path: 'node_modules/(kysely|libsql|pg)/|^src/store/database' },
    },
    {
      name: 'only-the-border-reads-files',
      comment: 'Rule files are read in one place.',
      severity: 'error',
      from: {
        pathNot:
          '^(src/(rules|cache|cli|store/database|app\\.ts|config\\.ts)|playground/(host|browser|pictures))',
      },
      to: { dependencyTypes: ['core'], path: '^(node:)?fs' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'types', 'import'],
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json'],
    },
  },
};
