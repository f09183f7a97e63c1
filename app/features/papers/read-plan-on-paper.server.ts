import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { client } from '../../../db/schema/case-file.ts'
import type { PlanOnPaper } from '../../documents/papers/plan-on-paper.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import { londonDayOf } from '../../domain/time/calendar-day.ts'
import { type NamedWorker, readPlanForPaper } from '../../facts/casework/plan-for-paper.server.ts'
import { readPlanOfCase } from '../../facts/casework/plan-of-case.server.ts'
import { type LockedCase, onOneLine } from './paper-case.ts'
import { readAgencyOnPaper } from './read-agency-on-paper.server.ts'

export interface PlanToPrint {
  planId: string
  plan: PlanOnPaper
}

/** The agreed plan of a case; before one is agreed the draft, so that it can be signed on paper. */
export async function readPlanOnPaper(tx: Tx, actor: Actor, held: LockedCase): Promise<PlanToPrint | null> {
  const agreed = await readPlanForPaper(tx, actor, held.caseId)
  const draftId = agreed ? null : (await readPlanOfCase(tx, actor, held.caseId))?.draft?.planId
  const found = draftId ? await readPlanForPaper(tx, actor, held.caseId, draftId) : agreed
  if (!found) return null
  const [agencyOnPaper, [named]] = await Promise.all([
    readAgencyOnPaper(tx, held.agencyId),
    tx
      .select({ name: client.name })
      .from(client)
      .where(and(eq(client.agencyId, held.agencyId), eq(client.clientId, held.clientId))),
  ])
  const { contact, ourActions, clientActions } = found
  const action = { owner: 'client', who: '' } as const
  const plan: PlanOnPaper = {
    reference: held.reference,
    clientName: onOneLine(named?.name ?? ''),
    agency: agencyOnPaper,
    version: found.version,
    agreedOn: found.agreedAt ? londonDayOf(found.agreedAt) : null,
    fingerprint: inGroups(found.fingerprint),
    actions: [
      ...ourActions.map((one) => ({ ...typed(one), owner: 'agency' as const, who: nameOf(one.worker) })),
      ...clientActions.map((one) => ({ ...typed(one), ...action })),
    ],
    contact: contact && { ...contact, by: nameOf(contact.worker) },
    caseWorker: personOf(found.caseWorker),
    alternativeContact: personOf(found.alternativeNow),
  }
  return { planId: found.planId, plan }
}

/** The plan without the names of people, for names that the fonts cannot show. */
export function planWithoutNames(plan: PlanOnPaper): PlanOnPaper {
  return {
    ...plan,
    clientName: '',
    actions: plan.actions.map((action) => ({ ...action, who: '' })),
    contact: plan.contact && { ...plan.contact, by: '' },
    caseWorker: null,
    alternativeContact: null,
  }
}

function typed({ what, why, dueOn }: { what: string; why: string; dueOn: PlanOnPaper['actions'][number]['dueOn'] }) {
  return { what: onOneLine(what), why: onOneLine(why), dueOn }
}

function nameOf(worker: NamedWorker | null): string {
  return onOneLine(worker?.name ?? '')
}

function personOf(worker: NamedWorker | null) {
  return worker && { name: onOneLine(worker.name), phone: onOneLine(worker.phone) }
}

/** The first 64 bits of a fingerprint in four groups: enough to compare a paper with the screen. */
function inGroups(fingerprint: string): string {
  return (fingerprint.slice(0, 16).match(/.{4}/g) ?? []).join(' ')
}
