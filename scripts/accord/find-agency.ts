import { asc, eq, or, sql } from 'drizzle-orm'
import { NOBODY } from '../../app/domain/partnership/actor.ts'
import { asActor } from '../../db/as-actor.ts'
import { Obstacle } from '../../db/obstacle.ts'
import { agency } from '../../db/schema/agency.ts'
import { staff } from '../../db/schema/staff.ts'
import type { Operator } from './as-operator.ts'

/** The id of the agency with this name, these initials or this id. */
export async function findAgencyByName(operator: Operator, wanted: string): Promise<string | undefined> {
  const named = or(
    eq(sql`lower(${agency.name})`, wanted.toLowerCase()),
    eq(agency.initials, wanted.toUpperCase()),
    eq(sql`${agency.agencyId}::text`, wanted.toLowerCase()),
  )
  const [found] = await asActor(operator.in(NOBODY), (tx) =>
    tx.select({ agencyId: agency.agencyId }).from(agency).where(named),
  )
  return found?.agencyId
}

/** Whose log records an operator's work for everyone: the administrator's agency, otherwise the oldest. */
export async function homeOfTheAdministrator(operator: Operator): Promise<string> {
  const [home] = await asActor(operator.in(NOBODY), (tx) =>
    tx
      .select({ agencyId: agency.agencyId })
      .from(agency)
      .leftJoin(staff, eq(staff.agencyId, agency.agencyId))
      .orderBy(sql`(${staff.role} = 'administrator') desc nulls last`, asc(agency.createdAt))
      .limit(1),
  )
  if (!home) throw new Obstacle('There is no agency yet: invite the first administrator with `accord staff invite`.')
  return home.agencyId
}
