const { createRequire } = require('node:module');
const { join } = require('node:path');

// What the tests need is installed in `test`, not in the root.
const fromTests = createRequire(join(__dirname, 'test', 'package.json'));

const common = {
  testEnvironment: 'node',
  transform: { '^.+\\.tsx?$': [fromTests.resolve('ts-jest'), { tsconfig: 'tsconfig.json' }] },
};

module.exports = {
  // In milliseconds. A test that hangs may say so late; one that is slow on a busy machine has not failed.
  testTimeout: 180_000,
  // Much of the tests' time is waiting: for leases, for a browser, for processes to start.
  maxWorkers: 2,
  globalSetup: '<rootDir>/test/global-setup.cjs',
  projects: [
    {
      ...common,
      displayName: 'quick',
      roots: ['<rootDir>/test', '<rootDir>/packages/local-slack/test'],
      testPathIgnorePatterns: [
        '/node_modules/',
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
