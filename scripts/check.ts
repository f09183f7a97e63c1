import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { measureBudgets } from './checks/budgets.ts'
import { runOrHalt, secondsSince } from './say.ts'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const ARROWS = ['app', 'db', 'scripts', 'tests', '--config', '.dependency-cruiser.js']

/** Automatic checks of a change, which run at the same time. Each is the name of a tool and its arguments. */
const CHECKS = [
  { name: 'types', words: ['typescript/bin/tsc', '--noEmit', '--incremental', '--tsBuildInfoFile', '.cache/tsc.json'] },
  { name: 'unit tests', words: ['vitest/vitest.mjs', 'run', '--project', 'unit'] },
  { name: 'format and lint', words: ['@biomejs/biome/bin/biome', 'check', '--error-on-warnings'] },
  { name: 'arrows', words: ['dependency-cruiser/bin/dependency-cruiser.mjs', ...ARROWS] },
  { name: 'unused code', words: ['knip/bin/knip.js', '--no-progress'] },
]

await runOrHalt(async () => {
  const startedAt = performance.now()
  const running = CHECKS.map(({ name, words }) => run(name, words))
  const budgets = measureBudgets()
  process.stdout.write(`${['Budgets', ...budgets.lines].join('\n')}\n\n`)
  const passed = await Promise.all(running)
  const good = budgets.holds && passed.every(Boolean)
  process.stdout.write(`${good ? 'All checks passed' : 'Not yet'}, ${secondsSince(startedAt)}\n`)
  process.exit(good ? 0 : 1)
})

function run(name: string, [tool = '', ...words]: string[]) {
  const startedAt = performance.now()
  const child = spawn(process.execPath, [join(ROOT, 'node_modules', tool), ...words], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  return new Promise<boolean>((resolve) => {
    child.once('exit', (code) => {
      process.stdout.write(`${code === 0 ? '✓' : '✗'} ${name}, ${secondsSince(startedAt)}\n${code === 0 ? '' : output}`)
      resolve(code === 0)
    })
  })
}
