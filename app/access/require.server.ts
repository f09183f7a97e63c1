import { z } from 'zod'
import type { TableName } from '../../db/schema/tables.ts'
import type { Actor } from '../domain/partnership/actor.ts'
import { type Deciding, permissionsOf } from './ability.ts'
import type { ActOn } from './acts.ts'
import type { Verb } from './policy/policy-rule.ts'
import { type RequestArgs, requireActor, type SignedIn } from './session.server.ts'

// Which one: a page of a case asks `requireCasework`, a page about another table `requireBusinessWith`, a form `whoMay`,
// and a page that acts on one row that it has read `requireMay`.

/** The same answer for what does not exist and for what the person may not see. */
export function notFound(): Response {
  return new Response('Not found', { status: 404, statusText: 'Not Found' })
}

/** The value, or the 404 page when it is missing or forbidden. @throws Response 404 */
export function orNotFound<Value>(value: Value | undefined | null): Value {
  if (value === undefined || value === null) throw notFound()
  return value
}

/** An id from the address of a page, in lower case. @throws Response 404 when it is malformed, as for an unknown id */
export function uuidParam(value: string | undefined): string {
  return orNotFound(z.guid().safeParse(value).data?.toLowerCase())
}

/** For an action that only some of the people who see a row may do. @throws Response 404 for everyone else */
export function requireMay<Table extends TableName>(
  actor: Actor,
  verb: Verb | ActOn<Table>,
  table: Table,
  row: Deciding<Table>,
): void {
  if (!permissionsOf(actor).may(verb, table, row)) throw notFound()
}

/**
 * The signed-in person, if any rule lets their role do this with the table. The database decides on single rows.
 * @throws Response 404 for other roles, 302 to the sign-in page when not signed in
 */
export async function requireBusinessWith<Table extends TableName>(
  args: RequestArgs,
  table: Table,
  verb: Verb | ActOn<Table> = 'select',
): Promise<SignedIn> {
  const signedIn = await requireActor(args)
  if (!permissionsOf(signedIn.actor).mayEver(verb, table)) throw notFound()
  return signedIn
}

/** `requireBusinessWith` as a function for the declaration of a form: `who: whoMay('update', 'referral')`. */
export function whoMay(verb: Verb, table: TableName) {
  return (args: RequestArgs) => requireBusinessWith(args, table, verb)
}

/** The signed-in case worker or manager. @throws Response as `requireBusinessWith` */
export function requireCasework(args: RequestArgs): Promise<SignedIn> {
  return requireBusinessWith(args, 'caseFile')
}

/** People who plan awareness work or decide on releases. @throws Response as `requireBusinessWith` */
export function requireMapReader(args: RequestArgs): Promise<SignedIn> {
  return requireBusinessWith(args, 'hotspotRelease')
}
