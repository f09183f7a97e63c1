import type { caseFile } from '../../../../db/schema/case-file.ts'
import { permissionsOf } from '../../../access/ability.ts'
import type { Actor } from '../../../domain/partnership/actor.ts'

type Row = typeof caseFile.$inferSelect

export type CaseAction =
  | 'record-contact'
  | 'refer'
  | 'add-incident'
  | 'change-details'
  | 'allocate'
  | 'take'
  | 'name-alternative-contact'
  | 'raise-seriousness'
  | 'lower-seriousness'

/** What this person may do with the case in its present state; pages show exactly these. */
export function caseActionsOf(actor: Actor, file: Row): CaseAction[] {
  const { may, mayLeave } = permissionsOf(actor)
  const { agencyId, clientId, stage } = file
  const changes = may('update', 'caseFile', file)
  const isOpen = stage === 'open'
  const referral = { fromAgencyId: agencyId, toAgencyId: null, state: 'decided', sentAt: null }
  const allowed: Record<CaseAction, boolean> = {
    'record-contact': file.contactability === 'possible' && changes && mayLeave('insert', 'contact', { agencyId }),
    refer: isOpen && changes && mayLeave('insert', 'referral', referral),
    'add-incident': isOpen && changes && mayLeave('insert', 'incident', { agencyId }),
    'change-details': changes && may('update', 'client', { agencyId, clientId }),
    allocate: may('allocate', 'caseFile', file),
    take: may('take', 'caseFile', file),
    'name-alternative-contact': file.caseWorkerId !== null && changes,
    'raise-seriousness': !file.serious && changes,
    'lower-seriousness': file.serious && may('lowerSeriousness', 'caseFile', file),
  }
  return (Object.keys(allowed) as CaseAction[]).filter((action) => allowed[action])
}
