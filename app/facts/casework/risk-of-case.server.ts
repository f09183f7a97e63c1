import { and, desc, eq, gt, inArray, min } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { incident } from '../../../db/schema/case-file.ts'
import { riskCheck, riskLevelChange } from '../../../db/schema/risk.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import { type RiskOfCase, riskOfCase } from '../../domain/risk/risk-of-case.ts'

type Reader = Pick<Actor, 'agencyId'>

/** The risk of a case as it is now (G4); null if it was never checked. */
export async function readRiskOfCase(tx: Tx, actor: Reader, caseId: string): Promise<RiskOfCase | null> {
  return (await readRiskOfCases(tx, actor, [caseId])).get(caseId) ?? null
}

/** The risk of each case that was checked, by case. */
export async function readRiskOfCases(tx: Tx, actor: Reader, caseIds: string[]): Promise<Map<string, RiskOfCase>> {
  if (caseIds.length === 0) return new Map()
  const [checks, changes, incidents] = await Promise.all([
    readNewestChecks(tx, actor, caseIds),
    readNewestChanges(tx, actor, caseIds),
    readIncidentsSince(tx, actor, caseIds),
  ])
  const changeOf = new Map(changes.map((change) => [change.checkId, change]))
  const incidentOf = new Map(incidents.map(({ checkId, recordedAt }) => [checkId, recordedAt]))
  return new Map(
    checks.map(({ caseId, level: computedLevel, ...check }) => {
      const { checkId } = check
      const change = changeOf.get(checkId) ?? null
      return [caseId, riskOfCase({ ...check, computedLevel, change, incidentSince: incidentOf.get(checkId) ?? null })]
    }),
  )
}

/** The newest check alone, for what a referral shares of it. */
export async function findNewestRiskCheck(tx: Tx, actor: Reader, caseId: string) {
  return (await readNewestChecks(tx, actor, [caseId]))[0]
}

function readNewestChecks(tx: Tx, { agencyId }: Reader, caseIds: string[]) {
  return tx
    .selectDistinctOn([riskCheck.caseId], {
      caseId: riskCheck.caseId,
      checkId: riskCheck.checkId,
      completedWith: riskCheck.completedWith,
      answers: riskCheck.answers,
      level: riskCheck.level,
      provisional: riskCheck.provisional,
      warnings: riskCheck.warnings,
      checkedAt: riskCheck.checkedAt,
    })
    .from(riskCheck)
    .where(and(eq(riskCheck.agencyId, agencyId), inArray(riskCheck.caseId, caseIds)))
    .orderBy(riskCheck.caseId, desc(riskCheck.number))
}

function readNewestChanges(tx: Tx, { agencyId }: Reader, caseIds: string[]) {
  return tx
    .selectDistinctOn([riskLevelChange.checkId], {
      checkId: riskLevelChange.checkId,
      changeId: riskLevelChange.changeId,
      to: riskLevelChange.toLevel,
      changedAt: riskLevelChange.changedAt,
    })
    .from(riskLevelChange)
    .where(and(eq(riskLevelChange.agencyId, agencyId), inArray(riskLevelChange.caseId, caseIds)))
    .orderBy(riskLevelChange.checkId, desc(riskLevelChange.number))
}

/** The first incident recorded after each check. */
function readIncidentsSince(tx: Tx, { agencyId }: Reader, caseIds: string[]) {
  return tx
    .select({ checkId: riskCheck.checkId, recordedAt: min(incident.recordedAt) })
    .from(riskCheck)
    .innerJoin(
      incident,
      and(
        eq(incident.agencyId, riskCheck.agencyId),
        eq(incident.caseId, riskCheck.caseId),
        gt(incident.recordedAt, riskCheck.checkedAt),
      ),
    )
    .where(and(eq(riskCheck.agencyId, agencyId), inArray(riskCheck.caseId, caseIds)))
    .groupBy(riskCheck.checkId)
}
