import { mayInsert } from '../../access/ability.ts'
import type { Actor } from '../../domain/partnership/actor.ts'

/** Whether the actor may lower the level of a case of their agency: the policy allows it to managers only. */
export function mayLowerRisk(actor: Actor): boolean {
  const { agencyId, staffId: changedBy } = actor
  return mayInsert(actor, 'riskLevelChange', { agencyId, changedBy, direction: 'lowered' })
}
