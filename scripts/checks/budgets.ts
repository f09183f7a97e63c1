import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { EXCEPTIONS, WIDER } from './budget-exceptions.ts'
import { crowdedFolders } from './folders.ts'
import { type Measure, type MeasuredFile, measureSource } from './measure-source.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const SOURCES = '{app,db,scripts}/**/*.{ts,tsx,mjs}'
const TESTS = '{app,db,scripts,tests}/**/*.test.{ts,tsx}'

/** Limits equal to or better than the best open codebases of this kind, measured in November 2026. */
const MOST = { 'file lines': 300, 'route lines': 120, 'function lines': 60, 'component lines': 90, imports: 20 }
// A use case takes who acts and when: `{ actor, now }` or a whole Asking.
const USE_CASE = /export (async )?function \w+\(\s*(\{[^}]*\bactor\b|\w+: Asking\b)/
const READING = /^(read|list|find)-/

interface Over {
  file: string
  measure: Measure
  what: string
}

/** Measures the sources against the budgets. @returns the lines to print, and whether every budget holds */
export function measureBudgets(): { lines: string[]; holds: boolean } {
  const files = globSync(SOURCES, { cwd: ROOT })
    .filter((file) => !/\.(test|d)\.tsx?$/.test(file))
    .sort()
    .map((file) => measureSource(file, readFileSync(ROOT + file, 'utf8')))
  const spread = spreadOf(files)
  const mocks = globSync(TESTS, { cwd: ROOT }).filter((file) =>
    /\b(vi|jest)\.mock\(/.test(readFileSync(ROOT + file, 'utf8')),
  )
  const crowded = crowdedFolders([...files.map(({ file }) => file), ...globSync('tests/**/*.{ts,tsx}', { cwd: ROOT })])
  const over = files.flatMap(overBudget)
  const unexplained = over.filter((each) => !exceptionFor(each))
  const stale = EXCEPTIONS.filter(
    ({ file, measure }) => !over.some((each) => each.file === file && each.measure === measure),
  )
  return {
    lines: [
      ...spread.map(({ name, words, holds }) => `${holds ? '  ' : '✗ '}${name.padEnd(22)} ${words}`),
      `${mocks.length === 0 ? '  ' : '✗ '}${'module mocks'.padEnd(22)} ${mocks.length} of at most 0 ${mocks.join(' ')}`,
      ...crowded.map(({ folder, count }) => `✗ ${folder} holds ${count} files, at most 30`),
      ...over.filter(exceptionFor).map((each) => `  exception: ${each.file}: ${each.what}: ${exceptionFor(each)?.why}`),
      ...unexplained.map((each) => `✗ ${each.file}: ${each.what}`),
      ...stale.map(({ file, measure }) => `✗ ${file} no longer needs its exception for ${measure}`),
    ],
    holds:
      spread.every(({ holds }) => holds) && mocks.length + crowded.length + unexplained.length + stale.length === 0,
  }
}

function overBudget(measured: MeasuredFile): Over[] {
  const { file } = measured
  const over: Over[] = []
  const limit = (measure: keyof typeof MOST, value: number, of = measure) => {
    if (value > MOST[measure]) over.push({ file, measure, what: `${value} ${of}, at most ${MOST[measure]}` })
  }
  limit(file.startsWith('app/routes/') ? 'route lines' : 'file lines', measured.lines)
  limit('imports', measured.imports)
  for (const { name, lines, isComponent } of measured.functions)
    limit(isComponent ? 'component lines' : 'function lines', lines, `lines in ${name}` as keyof typeof MOST)
  for (const loophole of measured.loopholes) over.push({ file, measure: 'any', what: loophole })
  if (needsTest(measured) && !hasTest(file)) over.push({ file, measure: 'test beside', what: 'no test beside it' })
  return over
}

/** Domain files with functions, and use cases that write, need a test. Tables of words do not. */
function needsTest({ file, functions }: MeasuredFile) {
  if (file.startsWith('app/domain/')) return functions.length > 0
  const isWrite = /^app\/features\/.*\.server\.ts$/.test(file) && !READING.test(basename(file))
  return isWrite && USE_CASE.test(readFileSync(ROOT + file, 'utf8'))
}

/** A test file of the same name counts, and so does a test of the same feature that calls it. */
function hasTest(file: string) {
  const feature = file.split('/').slice(0, file.startsWith('app/features/') ? 3 : 2)
  return globSync(`${feature.join('/')}/**/*.test.{ts,tsx}`, { cwd: ROOT }).some(
    (test) => test.startsWith(file.replace(/tsx?$/, 'test.')) || importedBy(test, file),
  )
}

function importedBy(test: string, file: string) {
  const path = relative(dirname(test), file)
  return readFileSync(ROOT + test, 'utf8').includes(`'${path.startsWith('.') ? path : `./${path}`}'`)
}

function exceptionFor({ file, measure }: Over) {
  return EXCEPTIONS.find((each) => each.file === file && each.measure === measure)
}

function spreadOf(files: MeasuredFile[]) {
  const functions = files.flatMap((file) => file.functions)
  const code = sum(files.map((file) => file.codeLines))
  const per100 = (100 * sum(files.map((file) => file.commentLines))) / code
  return [
    spread(
      'file lines',
      files.map((file) => file.lines),
      [60, 150],
    ),
    spread(
      'function lines',
      functions.map(({ lines }) => lines),
      [12, 40],
    ),
    spread(
      'imports per file',
      files.map((file) => file.imports),
      [undefined, 10],
    ),
    {
      name: 'comments per 100 lines',
      words: `${per100.toFixed(1)}, within 3 and 8`,
      holds: per100 >= 3 && per100 <= 8,
    },
  ]
}

function spread(name: string, values: number[], [median, p90]: [number | undefined, number]) {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0
  const wider = name in WIDER && at(0.9) > p90 ? WIDER[name as keyof typeof WIDER] : undefined
  const limits = `${median ?? '-'} / ${p90}`
  const words = `median ${at(0.5)} / p90 ${at(0.9)} / max ${at(1)} of at most ${limits}; ${values.length} measured`
  return {
    name,
    words: wider ? `${words}; exception, at most ${wider.p90}: ${wider.why}` : words,
    holds: (median === undefined || at(0.5) <= median) && at(0.9) <= (wider?.p90 ?? p90),
  }
}

function sum(values: number[]) {
  return values.reduce((total, value) => total + value, 0)
}
