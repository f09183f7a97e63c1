import { startVitest, type TestModule } from 'vitest/node'
import { buildPortal } from './build.ts'
import { runOrHalt } from './say.ts'

const PROJECTS = ['unit', 'cases', 'journeys']

/** `npm test [-- path]`: every project of vitest.config.ts that a change must keep green; ends with one line of counts. */
await runOrHalt(async () => {
  await buildPortal()
  const vitest = await startVitest('test', process.argv.slice(2), { run: true, watch: false, project: PROJECTS })
  const modules = vitest.state.getTestModules()
  const errors = vitest.state.getUnhandledErrors().length
  await vitest.close()
  const passed = sum(modules, countPassed)
  const failed = sum(modules, countFailed) + errors
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
