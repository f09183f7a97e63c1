import { readFile } from 'node:fs/promises'
import { getConstructionPlans } from 'pg-boss'
import { describe, expect, it } from 'vitest'

/** What wraps the library's plan when a person runs it by hand; a migration has a transaction and a lock already. */
const WRAPPING = /^(BEGIN|COMMIT|SET LOCAL .*|SELECT pg_advisory_xact_lock\(.*)$/

/** Statements without layout, so that only their words are compared. */
function wordsOf(sql: string): string {
  const lines = sql.split('\n').filter((line) => !/^\s*--/.test(line) && !WRAPPING.test(line.trim().replace(/;$/, '')))
  return lines.join(' ').replace(/\s+/g, ' ').trim()
}

describe('the tables of the job queue', () => {
  it('are those of the library: a newer one needs a migration (its getMigrationPlans), and this test its number', async () => {
    const migration = await readFile(new URL('../../db/migrations/0006_jobs.sql', import.meta.url), 'utf8')
    const plan = wordsOf(getConstructionPlans('pgboss'))
    expect(plan).toContain('CREATE FUNCTION pgboss.create_queue')
    expect(wordsOf(migration).slice(0, plan.length)).toBe(plan)
  })
})
