import { z } from 'zod'
import type { TableName } from '../../db/schema/tables.ts'
import type { Actor } from '../domain/partnership/actor.ts'
import { type Deciding, permissionsOf } from './ability.ts'
import type { ActOn } from './acts.ts'
import type { Verb } from './policy/policy-rule.ts'
import { type RequestArgs, requireActor, type SignedIn } from './session.server.ts'

/** The answer for what does not exist, and for what the person may not know to exist: the same bytes. */
export function notFound(): Response {
  return new Response('Not found', { status: 404, statusText: 'Not Found' })
}

/** A value that must exist; a missing one and a forbidden one end in the same 404. */
export function orNotFound<Value>(value: Value | undefined | null): Value {
  if (value === undefined || value === null) throw notFound()
  return value
}

/**
 * An id in the address of a page. A malformed one names nothing, as an unknown one does.
 * @throws Response 404
 */
export function uuidParam(value: string | undefined): string {
  return orNotFound(z.guid().safeParse(value).data?.toLowerCase())
}

/**
 * For a page about something that only some may do to a row they all see.
 * @throws Response 404 for those who may not
 */
export function requireMay<Table extends TableName>(
  actor: Actor,
  verb: Verb | ActOn<Table>,
  table: Table,
  row: Deciding<Table>,
): void {
  if (!permissionsOf(actor).may(verb, table, row)) throw notFound()
}

/**
 * The signed-in person, if their role has any business with this table; which rows of it, the database decides.
 * @throws Response 404 for everybody else, 302 to the sign-in page for nobody
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

/** The same as a value, for the declaration of a form: `who: whoMay('update', 'referral')`. */
export function whoMay(verb: Verb, table: TableName) {
  return (args: RequestArgs) => requireBusinessWith(args, table, verb)
}

/** Everybody who works with cases: case workers and managers of an agency. */
export function requireCasework(args: RequestArgs): Promise<SignedIn> {
  return requireBusinessWith(args, 'caseFile')
}

/** Those who plan awareness work look at the map, and those who decide on its releases. */
export function requireMapReader(args: RequestArgs): Promise<SignedIn> {
  return requireBusinessWith(args, 'hotspotRelease')
}
