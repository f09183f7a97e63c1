import { defineConfig } from 'vitest/config'

const NEEDS_DATABASE = ['app/**/*.server.test.{ts,tsx}', 'db/**/*.test.ts']
const shared = { pool: 'forks' as const, env: { LOG_LEVEL: 'silent' }, testTimeout: 30_000 }

/** unit: nothing but the code. cases: a real database. journeys: a browser on the built portal. faults: kills, by hand. */
export default defineConfig({
  esbuild: { jsx: 'automatic' },
  test: {
    // Half of these wait for a database or a browser while the other half reckons; one core fewer, the default, would idle.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: 'unit',
          include: ['app/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'tests/arrows/**/*.test.ts'],
          exclude: ['app/**/*.server.test.{ts,tsx}'],
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'cases',
          include: [...NEEDS_DATABASE, 'tests/{cases,isolation,attack,races}/**/*.test.ts'],
          globalSetup: ['tests/support/database-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          globalSetup: ['tests/support/database-setup.ts', 'tests/support/browser/browser-setup.ts'],
          // After the others: a browser beside them would only slow both.
          sequence: { groupOrder: 1 },
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          globalSetup: ['tests/support/database-setup.ts'],
          testTimeout: 900_000,
          hookTimeout: 400_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
