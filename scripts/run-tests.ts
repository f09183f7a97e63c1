import { startVitest, type TestModule } from 'vitest/node'
import { buildPortal } from './build.ts'
import { runOrHalt } from './say.ts'

/** What a change must keep green; the faults take too long for that and are asked for by name. */
const PROJECTS = ['unit', 'deadlines', 'cases', 'journeys']
const FAULTS = ['faults']

/** `npm test [-- path]` and `npm run test:faults`: projects of vitest.config.ts; ends with one line of counts. */
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

/** A file or a hook that fails before its tests have run is a failure too. */
function countFailed(module: TestModule) {
  const tests = [...module.children.allTests('failed')].length
  return tests === 0 && module.state() === 'failed' ? 1 : tests
}

/** The ten files that took longest, the loading of their code included. */
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
