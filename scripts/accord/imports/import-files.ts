import { createReadStream, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { Asking } from '../../../app/domain/partnership/actor.ts'
import type { Result } from '../../../app/domain/result.ts'
import { type CsvProblems, problemsInWords } from '../../../app/features/hotspots/imports/csv-problems.server.ts'
import type { LoadInput, LoadRefusal } from '../../../app/features/hotspots/map/load-map-data.server.ts'
import { Obstacle } from '../../../db/obstacle.ts'
import { say } from '../../say.ts'
import { asOperator } from '../as-operator.ts'
import { homeOfTheAdministrator } from '../find-agency.ts'

export interface ImportOptions {
  dryRun?: boolean
  json?: boolean
  /** Ends the command with exit code 2 for wrong arguments. */
  complain: (message: string) => never
}

/** Streams a file; `-` is standard input. */
export function openFile(path: string, complain: ImportOptions['complain']) {
  if (path === '-') return { name: 'standard input', source: process.stdin }
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found || found.isDirectory()) return complain(`There is no file ${JSON.stringify(path)}.`)
  return { name: basename(path), source: createReadStream(path) }
}

const EVERY_MS = 2_000

/** Prints progress to standard error every two seconds, so that a long import does not look stuck. */
export function progressOf(startedAt = performance.now()): (rows: number) => void {
  let saidAt = startedAt
  return (rows) => {
    const now = performance.now()
    if (now - saidAt < EVERY_MS) return
    saidAt = now
    say(`${rows.toLocaleString('en-GB')} rows read in ${Math.round((now - startedAt) / 1000)} s`)
  }
}

/** Ends the command and prints every problem with its line. */
export function endWithProblems(problems: CsvProblems, json: boolean): never {
  const { first, total } = problems
  if (json) process.stdout.write(`${JSON.stringify({ errors: first, more: total - first.length })}\n`)
  throw new Obstacle(['Nothing was imported.', ...problemsInWords(problems)].join('\n'))
}

type Load<Loaded> = (reading: Omit<Asking, 'key'>, input: LoadInput) => Promise<Result<Loaded, LoadRefusal>>

/** Loads files for the map with the permissions of the portal's administrator and prints the result. */
export async function loadByCommand<Loaded extends object>(
  files: readonly string[],
  { dryRun = false, json = false, complain }: ImportOptions,
  { load, inWords }: { load: Load<Loaded>; inWords: (loaded: Loaded) => string },
): Promise<void> {
  const sources = files.map((file) => openFile(file, complain))
  const loaded = await asOperator(async (operator) => {
    const actor = operator.in(await homeOfTheAdministrator(operator))
    return load({ actor, now: operator.now }, { sources, dryRun, onProgress: progressOf() })
  })
  if (loaded.ok) return print(inWords(loaded.value), { ...loaded.value, dryRun }, json)
  if (loaded.refusal.kind === 'unsound') return endWithProblems(loaded.refusal.problems, json)
  throw new Obstacle('The policy does not let an administrator load it.')
}

export function print<Loaded extends { dryRun: boolean }>(words: string, loaded: Loaded, json: boolean): void {
  const sentence = loaded.dryRun ? `Nothing was changed. A real run would give: ${words}` : words
  process.stdout.write(json ? `${JSON.stringify(loaded)}\n` : `${sentence}\n`)
}

export function counted(number: number): string {
  return number.toLocaleString('en-GB')
}
