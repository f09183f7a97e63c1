import { asActor } from '../../db/as-actor.ts'
import { readNow } from '../../db/read-now.ts'
import { agency } from '../../db/schema/agency.ts'
import type { CaseEventKind } from '../domain/cases/case-event.ts'
import { type Actor, NOBODY, systemOf } from '../domain/partnership/actor.ts'

/** The portal at work for one agency; `now` is the database's. */
export interface Running {
  actor: Actor
  now: Date
}

/** Something that is done for every agency by the clock or after an event, each in transactions of its own. */
export interface AgencyJob {
  /** Letters and hyphens; the name of its queue. */
  name: string
  /** Five fields, by London's clock. */
  cron?: string
  /** An event whose row says `startsJob`. */
  after?: CaseEventKind
  /** How long it may take for all agencies together; five minutes, if not said. */
  withinSeconds?: number
  run: (running: Running) => Promise<unknown>
  /** What belongs to no agency, before the agencies have their turn. */
  once?: () => Promise<unknown>
}

/**
 * Runs a job for one agency after the other. What fails for one does not keep it from the others.
 * @throws the first failure, once every agency has had its turn
 */
export async function runForEachAgency(run: AgencyJob['run']): Promise<void> {
  const agencyIds = await asActor(systemOf(NOBODY), (tx) => tx.select({ agencyId: agency.agencyId }).from(agency))
  let failure: { error: unknown } | undefined
  for (const { agencyId } of agencyIds) {
    const actor = systemOf(agencyId)
    try {
      await run({ actor, now: await asActor(actor, readNow) })
    } catch (error) {
      failure ??= { error }
    }
  }
  if (failure) throw failure.error
}
