const common = {
  testEnvironment: 'node',
  transform: { '^.+\\.tsx?$': ['ts-jest', { tsconfig: 'tsconfig.json' }] },
};

module.exports = {
  projects: [
    {
      ...common,
      displayName: 'quick',
      roots: ['<rootDir>/test'],
      testPathIgnorePatterns: ['<rootDir>/test/slow/'],
    },
  ],
};
