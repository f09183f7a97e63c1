import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import SlowestFirst from './tests/support/slowest-first.ts'

const NEEDS_DATABASE = ['app/**/*.server.test.{ts,tsx}', 'db/**/*.test.ts']
const NINE_HUNDRED_THOUSAND_DEADLINES = 'app/domain/standards/clock-second-calculation.test.ts'
// Node keeps compiled code there: half of what a short command of these tests takes is compiling.
const NODE_COMPILE_CACHE = fileURLToPath(new URL('.cache/compiled', import.meta.url))
const shared = { pool: 'forks' as const, env: { LOG_LEVEL: 'silent', NODE_COMPILE_CACHE }, testTimeout: 30_000 }
/** A worker keeps its process, with the libraries loaded in it, from one file to the next: loading took two fifths of all the time. */
const inOneProcess = { isolate: false, setupFiles: ['tests/support/fresh-modules.ts'] }

/** unit: nothing but the code. cases: a real database. journeys: a browser on the built portal. faults: kills, by hand. */
export default defineConfig({
  esbuild: { jsx: 'automatic' },
  test: {
    // Half of these wait for a database or a browser while the other half calculates; one core fewer, the default, would idle.
    maxWorkers: '100%',
    sequence: { sequencer: SlowestFirst },
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          ...inOneProcess,
          name: 'unit',
          include: ['app/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'tests/{arrows,support}/**/*.test.ts'],
          exclude: ['app/**/*.server.test.{ts,tsx}', NINE_HUNDRED_THOUSAND_DEADLINES],
        },
      },
      {
        extends: true,
        // Like unit, but longer than all of it: a project of its own, which npm run check leaves out.
        test: { ...shared, ...inOneProcess, name: 'deadlines', include: [NINE_HUNDRED_THOUSAND_DEADLINES] },
      },
      {
        extends: true,
        test: {
          ...shared,
          ...inOneProcess,
          name: 'cases',
          include: [...NEEDS_DATABASE, 'tests/{cases,isolation,attack,races}/**/*.test.ts'],
          globalSetup: ['tests/support/database-setup.ts'],
          // Limits only end what hangs: a machine may be half as fast as another, and speed belongs to the bench.
          testTimeout: 180_000,
          hookTimeout: 180_000,
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
          hookTimeout: 300_000,
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
