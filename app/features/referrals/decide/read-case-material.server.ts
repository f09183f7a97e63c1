import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'
import { actionPlan } from '../../../../db/schema/action-plan.ts'
import { caseFile, client, incident } from '../../../../db/schema/case-file.ts'
import { ifMay } from '../../../access/ability.ts'
import { COMMUNICATION_NEEDS } from '../../../domain/cases/communication-need.ts'
import { INCIDENT_TYPES, LOCATION_TYPES, POLICE_STATUS } from '../../../domain/cases/incident-type.ts'
import { PERCEIVED_BY, STRANDS, type StrandId } from '../../../domain/cases/strand.ts'
import { evidenceList } from '../../../domain/files/evidence-list.ts'
import type { Actor } from '../../../domain/partnership/actor.ts'
import {
  type CaseMaterial,
  type IncidentShared,
  type RiskShared,
  SUMMARY_LENGTH,
} from '../../../domain/referrals/referral-package.ts'
import { topFactors, warningsInWords } from '../../../domain/risk/risk-factors.ts'
import { londonDayOf } from '../../../domain/time/calendar-day.ts'
import { type FileOfCase, hasFiles, readFilesOfCase } from '../../../facts/casework/files-of-case.server.ts'
import { readPlanToShare } from '../../../facts/casework/plan-to-share.server.ts'
import { findNewestRiskCheck } from '../../../facts/casework/risk-of-case.server.ts'

type CaseRow = typeof caseFile.$inferSelect
type ClientRow = typeof client.$inferSelect
type IncidentRow = typeof incident.$inferSelect

export interface CaseToRefer extends Pick<CaseRow, 'caseId' | 'reference' | 'stage' | 'receivedAt' | 'serious'> {
  clientName: string
  wishes: string
  strands: StrandId[]
  /** Wards of the incidents, where recorded. */
  wards: string[]
  material: CaseMaterial
}

/**
 * A case of the actor's agency with all data a referral could carry; undefined for any other. With `lock`, the case
 * is locked first, and the rest is read as it is once the lock is held.
 */
export async function findCaseToRefer(
  tx: Tx,
  actor: Actor,
  caseId: string,
  { lock = false } = {},
): Promise<CaseToRefer | undefined> {
  const { agencyId } = actor
  const ofCase = and(eq(caseFile.agencyId, agencyId), eq(caseFile.caseId, caseId))
  const query = tx.select().from(caseFile).where(ofCase)
  const clientId = tx.select({ clientId: caseFile.clientId }).from(caseFile).where(ofCase)
  const [[row], people] = await Promise.all([
    lock ? query.for('update') : query,
    tx
      .select({ person: client, incident, agreed: actionPlan, hasFiles: hasFiles(agencyId, caseId) })
      .from(client)
      .leftJoin(incident, and(eq(incident.agencyId, agencyId), eq(incident.caseId, caseId)))
      .leftJoin(
        actionPlan,
        and(eq(actionPlan.agencyId, agencyId), eq(actionPlan.caseId, caseId), eq(actionPlan.state, 'agreed')),
      )
      .where(and(eq(client.agencyId, agencyId), inArray(client.clientId, clientId)))
      .orderBy(asc(incident.recordedAt), asc(incident.incidentId)),
  ])
  const file = ifMay(actor, lock ? 'update' : 'select', 'caseFile', row)
  if (!file) return undefined
  const person = people[0]?.person
  if (!person) throw new Error('A case without its client.')
  const incidents = people.flatMap((row) => row.incident ?? [])
  const check = await readCheckToShare(tx, actor, file)
  const files = people[0]?.hasFiles ? await readFilesOfCase(tx, actor, caseId) : []
  const plan = await readPlanToShare(tx, actor, people[0]?.agreed)
  const { reference, stage, receivedAt, serious, wishes } = file
  const material = materialOf(file, person, incidents, { files, check, plan })
  const { strands } = material.strand
  const wards = [...new Set(incidents.map(({ ward }) => ward).filter(Boolean))]
  return { caseId, reference, stage, receivedAt, serious, wishes, strands, wards, clientName: person.name, material }
}

/** The stored ids that the vocabulary still has. Retired ids are left out. */
function known<Id extends string>(vocabulary: Readonly<Record<Id, unknown>>, ids: readonly string[]): Id[] {
  return ids.filter((id): id is Id => Object.hasOwn(vocabulary, id))
}

function materialOf(
  file: CaseRow,
  person: ClientRow,
  incidents: readonly IncidentRow[],
  { files, check, plan }: { files: readonly FileOfCase[]; check: RiskToShare | null; plan: CaseMaterial['actionPlan'] },
): CaseMaterial {
  const { language, interpreterNeeded, interpreterNote, communicationNote } = person
  const strands = [
    ...new Set(known(STRANDS, [...incidents.map((one) => one.primaryStrand), ...allOf(incidents, 'strands')])),
  ]
  return {
    client: { name: person.name, dateOfBirth: person.dateOfBirth },
    reach: {
      safeContact: person.safeContact,
      language,
      interpreterNeeded,
      interpreterNote,
      communicationNote,
      communicationNeeds: known(COMMUNICATION_NEEDS, person.communicationNeeds),
    },
    incident: { summary: summaryOf(file, incidents), wishes: file.wishes, incidents: incidents.map(incidentShared) },
    strand: {
      strands,
      primaryStrand: strands[0] ?? 'race',
      perceivedBy: [...new Set(known(PERCEIVED_BY, allOf(incidents, 'perceivedBy')))],
    },
    risk: { level: file.risk, factors: [], othersAtRisk: '', workerSafety: '', ...check },
    actionPlan: plan,
    evidence: evidenceList(files),
    equality: null,
  }
}

type RiskToShare = Pick<RiskShared, 'factors' | 'check'>

/** What makes the level, from the newest check. A case that was never checked costs no query. */
async function readCheckToShare(tx: Tx, actor: Actor, { caseId, risk }: CaseRow): Promise<RiskToShare | null> {
  if (risk === 'not_assessed') return null
  const check = await findNewestRiskCheck(tx, actor, caseId)
  if (!check) return null
  const { answers, warnings, provisional, checkedAt } = check
  return {
    factors: topFactors(answers),
    check: { checkedOn: londonDayOf(checkedAt), provisional, warnings: warningsInWords(warnings) },
  }
}

function allOf(incidents: readonly IncidentRow[], column: 'strands' | 'perceivedBy'): string[] {
  return incidents.flatMap((one) => one[column])
}

/** The worker's starting text: the summary of the case, or the first account in the client's own words. */
function summaryOf(file: CaseRow, incidents: readonly IncidentRow[]): string {
  return (file.summary || incidents[0]?.account || '').slice(0, SUMMARY_LENGTH)
}

function incidentShared(one: IncidentRow): IncidentShared {
  const { occurredOn, occurredWhen, ongoing, place, violence, injuries, crimeReference } = one
  const [locationType = 'other'] = known(LOCATION_TYPES, [one.locationType])
  const [policeStatus = 'not_asked'] = known(POLICE_STATUS, [one.policeStatus])
  const types = known(INCIDENT_TYPES, one.types)
  return {
    occurredOn,
    occurredWhen,
    ongoing,
    locationType,
    place,
    types,
    violence,
    injuries,
    policeStatus,
    crimeReference,
  }
}
