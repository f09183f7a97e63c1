import { expect, it } from 'vitest'
import { openCase } from '../../app/features/casework/file/read-case.server.ts'
import { readIncidentsOfCase } from '../../app/features/casework/file/read-case-parts.server.ts'
import { CASE_COLUMNS } from '../../app/features/casework/list/case-columns.ts'
import { readCaseListQuery } from '../../app/features/casework/list/case-list-query.ts'
import { exportCases } from '../../app/features/casework/list/list-cases.server.ts'
import { partners, sentReferral } from '../support/referrals.ts'
import { MONDAY_MORNING, openWorld } from '../support/world.ts'

const world = await openWorld()
const parties = await partners(world)
const POINT = { pointLat: '53.40712', pointLng: '-2.99161' }
/** A coordinate with its first decimals, a hexagon, or the name of a column that holds one. */
const TELLS = /53\.407|-?2\.991|8819\w{8}fff|"(lat|lng|cell|placeBy|place_by)"/

it('an exact point stays in the case: in no package, event, notification or export, and on no page that is only read', async () => {
  const { caseId, referralId } = await sentReferral(parties, { report: POINT })
  const { admin } = world
  const [held] = await admin`select lat, lng from incident where case_id = ${caseId}`
  expect(held).toEqual({ lat: 53.40712, lng: -2.99161 })
  const left = {
    packages: await admin`select * from referral_package where referral_id = ${referralId}`,
    steps: await admin`select * from referral_step where referral_id = ${referralId}`,
    events: await admin`select kind, data from case_event`,
    notifications: await admin`select * from notification`,
    jobs: await admin`select answer from idempotency`,
  }
  expect(left.packages.length).toBeGreaterThan(0)
  expect(JSON.stringify(left, (_, value) => (typeof value === 'bigint' ? String(value) : value))).not.toMatch(TELLS)
  const reading = { actor: parties.worker.actor, now: MONDAY_MORNING }
  const cases = await exportCases(reading, readCaseListQuery(new URLSearchParams(), 'mine'))
  expect(cases).toHaveLength(1)
  expect(JSON.stringify(cases.map((listed) => CASE_COLUMNS.map(({ cell }) => cell(listed))))).not.toMatch(TELLS)
  const page = await openCase(reading, caseId, async (tx) => ({
    incidents: await readIncidentsOfCase(tx, reading.actor, caseId),
  }))
  expect(page?.part.incidents[0]?.knownPlace).toBe('A point on the map, near the middle of City Centre North')
  expect(JSON.stringify(page)).not.toMatch(TELLS)
})
