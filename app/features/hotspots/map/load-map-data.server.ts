import { asActor, keepActing, type Tx } from '../../../../db/as-actor.ts'
import type { TableName } from '../../../../db/schema/tables.ts'
import { permissionsOf } from '../../../access/ability.ts'
import type { Reading } from '../../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'
import type { CsvSource } from '../imports/csv-bytes.server.ts'
import { addProblem, type CsvProblems, noProblems } from '../imports/csv-problems.server.ts'
import { type CsvShape, type ReadRow, readCsv } from '../imports/read-csv.server.ts'
import { allowLongWrite } from '../releases/long-write.server.ts'

interface NamedSource {
  /** The file's name for error messages, if several files are loaded together. */
  name: string
  source: CsvSource
}

export interface LoadInput {
  sources: readonly NamedSource[]
  dryRun: boolean
  onProgress?: (rows: number) => void
}

export type LoadRefusal = { kind: 'not-allowed' } | { kind: 'unsound'; problems: CsvProblems }

/** The parts that differ by kind of file: its format, how to store its rows, and the final report. */
export interface Loading<Column extends string, Row, Told> {
  what: 'postcodes' | 'police' | 'population'
  table: TableName
  shape: CsvShape<Column, Row>
  take: (
    tx: Tx,
    rows: ReadRow<Row>[],
    from: { file: string; complain: (line: number, message: string) => void },
  ) => unknown
  finish: (tx: Tx) => Promise<Told & { rows: number }>
}

class Undo extends Error {
  readonly answer: Result<unknown, LoadRefusal>
  constructor(answer: Result<unknown, LoadRefusal>) {
    super('undone')
    this.answer = answer
  }
}

/** Loads map files in one transaction, all or nothing. A dry run is rolled back at the end. */
export async function loadMapData<Column extends string, Row, Told>(
  { actor, now }: Reading,
  input: LoadInput,
  loading: Loading<Column, Row, Told>,
): Promise<Result<Told & { rows: number }, LoadRefusal>> {
  const { what, table, finish } = loading
  if (!permissionsOf(actor).mayEver('insert', table)) return refused({ kind: 'not-allowed' })
  try {
    return await asActor(actor, async (tx) => {
      await allowLongWrite(tx)
      const problems = await takeAll(tx, { actor, now }, input, loading)
      if (problems.total > 0) throw new Undo(refused({ kind: 'unsound', problems }))
      const told = await finish(tx)
      if (input.dryRun) throw new Undo(done(told))
      await recordEvent(tx, { actor, now }, { kind: 'map-data-loaded', data: { what, rows: told.rows } })
      return done(told)
    })
  } catch (error) {
    if (error instanceof Undo) return error.answer as Result<Told & { rows: number }, LoadRefusal>
    throw error
  }
}

async function takeAll<Column extends string, Row, Told>(
  tx: Tx,
  { actor }: Reading,
  { sources, onProgress }: LoadInput,
  { shape, take }: Loading<Column, Row, Told>,
): Promise<CsvProblems> {
  const problems = noProblems()
  let read = 0
  for (const { name, source } of sources) {
    const file = sources.length > 1 ? { file: name } : {}
    const complain = (line: number, message: string) => addProblem(problems, { line, message, ...file })
    for await (const rows of readCsv(source, shape, { problems, ...file })) {
      read += rows.length
      await keepActing(tx, actor)
      if (problems.total === 0) await take(tx, rows, { file: name, complain })
      onProgress?.(read)
    }
  }
  return problems
}
