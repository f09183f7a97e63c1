import { startVitest, type TestModule } from 'vitest/node'
import { buildPortal } from './build.ts'
import { runOrHalt } from './say.ts'

/** The tests that every change must pass. The tests of faults take too long and have their own command. */
const PROJECTS = ['unit', 'deadlines', 'cases', 'journeys']
const FAULTS = ['faults']

/** `npm test [-- path]` and `npm run test:faults`: runs projects of vitest.config.ts and ends with a line of counts. */
await runOrHalt(async () => {
  await buildPortal()
  const words = process.argv.slice(2)
  const project = words.includes('--faults') ? FAULTS : PROJECTS
  const paths = words.filter((word) => !word.startsWith('--'))
  const vitest = await startVitest('test', paths, { run: true, watch: false, project })
  const modules = vitest.state.getTestModules()
  const slowest = slowestOf(modules)
  const errors = vitest.state.getUnhandledErrors().length
  await vitest.close()
  const passed = sum(modules, countPassed)
  const failed = sum(modules, countFailed) + errors
  process.stdout.write(`\nThe slowest files\n${slowest.join('\n')}\n\n`)
  process.stdout.write(`${passed} passed, ${failed} failed\n`, () => process.exit(failed > 0 || passed === 0 ? 1 : 0))
})

function sum(modules: TestModule[], count: (module: TestModule) => number) {
  return modules.reduce((total, module) => total + count(module), 0)
}

function countPassed(module: TestModule) {
  return [...module.children.allTests('passed')].length
}

/** Counts a file or a hook that fails before its tests have run as a failure too. */
function countFailed(module: TestModule) {
  const tests = [...module.children.allTests('failed')].length
  return tests === 0 && module.state() === 'failed' ? 1 : tests
}

/** The ten slowest files, including the time to load their code. */
function slowestOf(modules: TestModule[]): string[] {
  return modules
    .map((module) => ({ name: module.relativeModuleId, seconds: secondsOf(module) }))
    .sort((one, other) => other.seconds - one.seconds)
    .slice(0, 10)
    .map(({ name, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${name}`)
}

function secondsOf(module: TestModule) {
  const { setupDuration, collectDuration, duration } = module.diagnostic()
  return (setupDuration + collectDuration + duration) / 1000
}
