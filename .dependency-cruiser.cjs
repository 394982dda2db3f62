/** The direction of imports: text -> utterance -> route -> answer -> Slack. */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: { pathNot: '^packages/local-slack/src' },
      to: { circular: true },
    },
    {
      name: 'no-circular-at-run-time',
      comment: 'The parts of the local Slack know the type of the whole that holds them.',
      severity: 'error',
      from: { path: '^packages/local-slack/src' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'router-imports-nothing',
      comment: 'The routing core is pure: no clock, environment, log, Slack, file, or package.',
      severity: 'error',
      from: { path: '^src/router' },
      to: { pathNot: '^src/router' },
    },
    {
      name: 'routing-needs-no-training',
      comment:
        'A question is routed with a trained model; only training reads src/router/training.',
      severity: 'error',
      from: { path: '^src/router', pathNot: '^src/router/training' },
      to: { path: '^src/router/training' },
    },
    {
      name: 'answers-are-pure',
      comment: 'An answer is made from a route and the rule book: no Slack, no file, no package.',
      severity: 'error',
      from: { path: '^src/answer' },
      to: { pathNot: '^src/(answer|router|rule-book/types)' },
    },
    {
      name: 'rule-book-knows-no-slack',
      severity: 'error',
      from: { path: '^src/rule-book' },
      to: { path: '^src/(slack|answer|cli|store|loader|tools)|node_modules/@slack' },
    },
    {
      name: 'slack-knows-no-commands',
      severity: 'error',
      from: { path: '^src/slack' },
      to: { path: '^src/(cli|app\\.ts)' },
    },
    {
      name: 'the-bot-loads-no-tools',
      comment: 'Evaluation, rules diff, handbook check and docs are for the commands.',
      severity: 'error',
      from: { path: '^src', pathNot: '^src/(tools|cli)' },
      to: { path: '^src/tools' },
    },
    {
      name: 'the-bot-knows-no-playground',
      severity: 'error',
      from: { path: '^src' },
      to: { path: '^(playground|packages|test)' },
    },
    {
      name: 'local-slack-knows-no-bot',
      comment: 'It plays Slack for any app: it imports nothing of this bot.',
      severity: 'error',
      from: { path: '^packages/local-slack/src' },
      to: { path: '^(src|playground)' },
    },
    {
      name: 'the-page-runs-in-a-browser',
      comment:
        'It takes types from the local Slack and the wire format, and no code that runs in Node.',
      severity: 'error',
      from: { path: '^playground/page' },
      to: {
        path: '^(src|test|playground/(?!page|wire\\.ts)|packages/local-slack/(?!src/slack-objects\\.ts))',
      },
    },
    {
      name: 'the-store-knows-no-slack',
      comment: 'The store keeps plain values: it knows neither rules nor Slack.',
      severity: 'error',
      from: { path: '^src/store' },
      to: {
        path: '^src/(slack|answer|rule-book|router|cli|tools|app\\.ts)|node_modules/@slack',
      },
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
          '^(src/(rule-book|loader|cli|log|store/database|store/read-store\\.ts|secret-files\\.ts|app\\.ts|config\\.ts|version\\.ts)|playground/(host|browser|pictures))',
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
