import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Tx } from '../../db/as-actor.ts'
import { DECIDED_BY, type Matter } from '../domain/partnership/second-person.ts'

export interface SecondPerson {
  agencyId: string
  staffId: string
  name: string
}

/** Whether two accounts count as one person where two must decide. The database checks the same on writing. */
export async function isOnePerson(tx: Tx, first: string, second: string, matter: Matter): Promise<boolean> {
  const [row] = await tx.execute<{ same: boolean }>(
    sql`select app.is_one_person(${first}, ${second}, ${rolesOf(matter)}::text[]) as same`,
  )
  return row?.same ?? true
}

/** A condition on rows that wait for a decision: `second` may decide on them, being another person than `first`. */
export function isSecondPersonTo(first: SQLWrapper, second: string, matter: Matter): SQL {
  return sql`not app.is_one_person(${first}, ${second}, ${rolesOf(matter)}::text[])`
}

/** The people who may decide on what `first` requested or proposed, sorted by name. */
export async function listSecondPersons(tx: Tx, first: string, matter: Matter): Promise<SecondPerson[]> {
  const rows = await tx.execute<{ agency_id: string; staff_id: string; name: string }>(
    sql`select * from app.second_persons(${first}, ${rolesOf(matter)}::text[])`,
  )
  return rows.map(({ agency_id: agencyId, staff_id: staffId, name }) => ({ agencyId, staffId, name }))
}

function rolesOf(matter: Matter): string {
  return `{${DECIDED_BY[matter].join(',')}}`
}
