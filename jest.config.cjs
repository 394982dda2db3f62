const common = {
  testEnvironment: 'node',
  transform: { '^.+\\.tsx?$': ['ts-jest', { tsconfig: 'tsconfig.json' }] },
};

module.exports = {
  // Code that tests run in a child process is not counted.
  collectCoverageFrom: ['<rootDir>/src/**/*.ts', '<rootDir>/packages/*/src/**/*.ts'],
  coverageReporters: ['text-summary'],
  // In milliseconds. Long, because a test that is slow on a busy machine has not failed.
  testTimeout: 60_000,
  // The tests spend much of their time waiting for leases, a browser, or processes to start.
  maxWorkers: 2,
  globalSetup: '<rootDir>/test/global-setup.cjs',
  projects: [
    {
      ...common,
      displayName: 'quick',
      roots: ['<rootDir>/test', '<rootDir>/packages/local-slack/test'],
      testPathIgnorePatterns: [
        '<rootDir>/test/slow/',
        '<rootDir>/test/browser/',
        '<rootDir>/test/database/',
        '<rootDir>/test/reliability/',
        '<rootDir>/test/performance/',
      ],
    },
    {
      ...common,
      displayName: 'browser',
      roots: ['<rootDir>/test/browser'],
      globalSetup: '<rootDir>/test/browser/global-setup.ts',
    },
    { ...common, displayName: 'slow', roots: ['<rootDir>/test/slow'] },
    { ...common, displayName: 'database', roots: ['<rootDir>/test/database'] },
    { ...common, displayName: 'reliability', roots: ['<rootDir>/test/reliability'] },
    { ...common, displayName: 'performance', roots: ['<rootDir>/test/performance'] },
  ],
};
