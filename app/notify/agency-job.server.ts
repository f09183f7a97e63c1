import { asActor } from '../../db/as-actor.ts'
import { readNow } from '../../db/read-now.ts'
import { agency } from '../../db/schema/agency.ts'
import type { CaseEventKind } from '../domain/cases/case-event.ts'
import { type Actor, NOBODY, systemOf } from '../domain/partnership/actor.ts'

/** Who acts and when, in a job of one agency: the portal itself, at the database's time. */
export interface Running {
  actor: Actor
  now: Date
}

/** Work done for every agency, on a schedule or after an event. Each agency has its own transactions. */
export interface AgencyJob {
  /** Letters and hyphens; also the name of its queue. */
  name: string
  /** A cron expression of five fields, in London time. */
  cron?: string
  /** The event that starts the job. Its row in the event table must say `startsJob`. */
  after?: CaseEventKind
  /** The longest time for all agencies together; 300 seconds by default. */
  withinSeconds?: number
  run: (running: Running) => Promise<unknown>
  /** Work that belongs to no agency, done before the agencies' work. */
  once?: () => Promise<unknown>
}

/** Runs a job for each agency, even after a failure in another. @throws the first failure at the end */
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
