import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import type { agency } from '../../../db/schema/agency.ts'
import { staff } from '../../../db/schema/staff.ts'
import type { PageOf } from '../../domain/drafts/draft-form.ts'
import { holdsCases, type StaffRole } from '../../domain/partnership/actor.ts'
import { agencyType, isAgencyKind } from '../../domain/partnership/agency.ts'
import { wordList } from '../../domain/text/word-list.ts'
import { HAS_JOINED } from '../../facts/joined-people.server.ts'
import { href } from '../../href.ts'

/** Something an agency still needs on its first day, and the page where to add it. */
export interface MissingPart {
  words: string
  /** Null if only the operator can add it. */
  href: string | null
}

type Row = typeof agency.$inferSelect

/** Only the administrator and the agency's own manager may read this: others do not see its people. */
export async function readMissing(tx: Tx, row: Row): Promise<MissingPart[]> {
  const people = await tx
    .select({ role: staff.role, hasJoined: HAS_JOINED })
    .from(staff)
    .where(and(eq(staff.agencyId, row.agencyId), eq(staff.active, true)))
  return [
    ...missingPerson(people, 'manager', 'manager'),
    // A small agency may consist of two managers.
    ...(people.filter(worksWithCases).length < 2 ? missingPerson(people, 'case_worker', 'case worker') : []),
    ...missingFacts(row),
  ]
}

interface PersonThere {
  role: StaffRole
  hasJoined: boolean
}

function worksWithCases({ role, hasJoined }: PersonThere): boolean {
  return hasJoined && holdsCases(role)
}

function missingPerson(people: readonly PersonThere[], role: StaffRole, label: string) {
  const ofRole = people.filter((person) => person.role === role)
  if (ofRole.some((person) => person.hasJoined)) return []
  return ofRole.length > 0
    ? [{ words: `A ${label} who has been invited has not joined yet`, href: href('/staff') }]
    : [{ words: `Invite a ${label}`, href: href('/staff/invite') }]
}

function missingFacts({ agencyId, kind, offers, hours, dutyPhone }: Row): MissingPart[] {
  const receives = isAgencyKind(kind) && agencyType(kind).canReceive
  const offer = [
    ...(receives && offers === '' ? ['what the agency offers'] : []),
    ...(hours === '' ? ['the opening hours'] : []),
  ]
  const duty = dutyPhone === '' ? ['the duty telephone number'] : []
  return [...missingOnPage(agencyId, 'offer', offer), ...missingOnPage(agencyId, 'duty-contact', duty)]
}

function missingOnPage(agencyId: string, page: PageOf<'change-agency'>, facts: string[]): MissingPart[] {
  if (facts.length === 0) return []
  return [{ words: `Enter ${wordList(facts)}`, href: href('/agencies/:agencyId/change/:page', { agencyId, page }) }]
}
