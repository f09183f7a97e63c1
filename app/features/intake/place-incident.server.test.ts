import { describe, expect, it } from 'vitest'
import { incidentInput, reportedCase, reportInput } from '../../../tests/support/cases.ts'
import { asking, openWorld } from '../../../tests/support/world.ts'
import { cellOf } from '../../domain/hotspots/map/cell.ts'
import { cellOfWard } from '../../domain/hotspots/places/ward-centre.ts'
import { changeDetails, changeDetailsInput } from './changes/change-details.server.ts'
import { changeIncident, changeIncidentInput } from './changes/change-incident.server.ts'
import { recordIncident } from './changes/record-incident.server.ts'
import { incidentForm } from './form-values.ts'
import { takeReport, takeReportInput } from './take-report.server.ts'

const world = await openWorld()
const worker = await world.staff(await world.agency())
const POINT = { lat: 53.40712, lng: -2.99161 }
const POSTCODE = { lat: 53.41234, lng: -2.95678 }
const MAP = { pointLat: String(POINT.lat), pointLng: String(POINT.lng) }
await world.admin`insert into postcode ${world.admin({ postcode: 'L72AB', ...POSTCODE })}`

function numberOf(cell: string): string {
  return BigInt(`0x${cell}`).toString()
}

async function incidentOf(caseId: string) {
  const [row] = await world.admin`
    select *, to_char(changed_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as seen from incident join case_file using (agency_id, case_id)
    where case_id = ${caseId}`
  return row as Record<string, unknown>
}

const countedOf = (caseId: string) => world.admin`
  select k.* from counted_incident k join incident using (agency_id, incident_id) where case_id = ${caseId}`

describe('the place of an incident', () => {
  it.each([
    { why: 'a point on the map wins over the ward', told: { ...MAP, ward: 'Speke' }, by: 'map', at: POINT },
    {
      why: 'a postcode wins over a point and the ward',
      told: { ...MAP, ward: 'Speke', postcode: ' l7 2ab' },
      by: 'postcode',
      at: POSTCODE,
    },
  ])('is kept with its finest hexagon: $why', async ({ told, by, at }) => {
    const { caseId } = await reportedCase(worker, { report: told as object })
    expect(await incidentOf(caseId)).toMatchObject({ place_by: by, ...at, cell: numberOf(cellOf(at)) })
  })

  it.each([
    { why: 'the ward alone', told: { ward: 'Speke' }, by: 'ward', cell: numberOf(cellOfWard('Speke')) },
    { why: 'online, whatever else is filled in', told: { locationType: 'online', ...MAP }, by: 'online', cell: null },
    { why: 'nothing is known', told: {}, by: 'unknown', cell: null },
  ])('is kept without a point: $why', async ({ told, by, cell }) => {
    const { caseId } = await reportedCase(worker, { report: told as object })
    expect(await incidentOf(caseId)).toMatchObject({ place_by: by, lat: null, lng: null, cell })
  })

  it('is refused beside the postcode when the operator’s list does not have it, in each of the forms', async () => {
    const refusal = { ok: false, refusal: { kind: 'postcode-unknown' } }
    expect(await takeReport(asking(worker), reportInput({ postcode: 'L99 9ZZ' }))).toEqual(refusal)
    const { caseId } = await reportedCase(worker)
    expect(await recordIncident(asking(worker), incidentInput(caseId, { postcode: 'L99 9ZZ' }))).toEqual(refusal)
  })

  it.each([
    { why: 'half a point', point: { pointLat: '53.4' } },
    { why: 'words', point: { pointLat: 'here', pointLng: 'there' } },
    { why: 'another country', point: { pointLat: '48.85', pointLng: '2.35' } },
  ])('is refused beside the point: $why', ({ point }) => {
    for (const fields of [takeReportInput, changeIncidentInput]) {
      const parsed = fields.safeParse({ strands: ['race'], violence: 'no', ...point })
      expect(parsed.error?.issues.map(({ path }) => path[0])).toContain('pointLat')
    }
  })
})

describe('the place of an incident that is corrected', () => {
  async function correct(caseId: string, given: Record<string, unknown>) {
    const row = await incidentOf(caseId)
    const known = incidentForm({
      ...({ occurredOn: null, occurredWhen: '', ongoing: false, locationType: 'street', place: '' } as const),
      ...({ strands: ['race'], primaryStrand: 'race', perceivedBy: ['client'], types: [], violence: false } as const),
      ...({ injuries: '', policeStatus: 'not_reported', crimeReference: '' } as const),
      ...{ strands: ['race'], perceivedBy: ['client'], types: [] },
      ward: String(row.ward),
      lat: row.lat as number | null,
      lng: row.lng as number | null,
    })
    const fields = changeIncidentInput.parse({ ...known.values, ...given })
    return changeIncident(asking(worker), { ...fields, caseId, incidentId: String(row.incident_id) })
  }

  it.each([
    { why: 'something else is', given: { injuries: 'A broken window' }, by: 'postcode', at: POSTCODE },
    { why: 'a ward is added', given: { ward: 'Anfield' }, by: 'postcode', at: POSTCODE },
    { why: 'a point is chosen instead', given: MAP, by: 'map', at: POINT },
  ])('keeps its point unless the place is changed: $why', async ({ given, by, at }) => {
    const { caseId } = await reportedCase(worker, { report: { postcode: 'L7 2AB' } })
    expect(await correct(caseId, given)).toMatchObject({ ok: true })
    expect(await incidentOf(caseId)).toMatchObject({ place_by: by, ...at })
  })

  it.each([
    { why: 'the ward became another', given: { ward: 'Speke' }, by: 'ward' },
    { why: 'it was online after all', given: { locationType: 'online' }, by: 'online' },
    { why: 'the point was taken off the map', given: { pointLat: '', pointLng: '' }, by: 'ward' },
  ])('loses its point when $why', async ({ given, by }) => {
    const { caseId } = await reportedCase(worker, { report: { ward: 'Anfield', ...MAP } })
    expect(await correct(caseId, given)).toMatchObject({ ok: true })
    expect(await incidentOf(caseId)).toMatchObject({ place_by: by, lat: null, lng: null })
    const [event] = await world.admin`select data from case_event where case_id = ${caseId} order by seq desc limit 1`
    expect(event?.data.changed).toContain('placeOnTheMap')
    expect(JSON.stringify(event?.data)).not.toContain('53.4')
  })
})

describe('what the anonymous map counts', () => {
  const born = { clientName: 'Amara Diallo', dateOfBirth: '1990-02-01' }

  async function details(caseId: string, given: Record<string, unknown>) {
    const { seen } = await incidentOf(caseId)
    const fields = changeDetailsInput.parse({ phone: '07700 900001', seenVersion: seen, ...given })
    return changeDetails(asking(worker, new Date(Date.parse(String(seen)) + 60_000)), { ...fields, caseId })
  }

  it('is a hexagon, a strand and numbers, and nothing of the client', async () => {
    const { caseId } = await reportedCase(worker, { report: { ...born, ...MAP } as object })
    const [row] = await countedOf(caseId)
    expect(row).toMatchObject({ cell: numberOf(cellOf(POINT)), online: false, strand: 'race', import_id: null })
    expect(Object.keys(row ?? {}).sort()).toEqual(
      [
        'agency_id',
        'cell',
        'crime_key',
        'import_id',
        'incident_id',
        'online',
        'person',
        'recorded_at',
        'strand',
      ].sort(),
    )
    expect(JSON.stringify(row)).not.toMatch(/Amara|1990|53\.4|07700/)
  })

  it('leaves out who says no, and holds them again when they say yes', async () => {
    const { caseId } = await reportedCase(worker, { report: { ...born, ...MAP, counted: 'no' } as object })
    expect(await countedOf(caseId)).toEqual([])
    expect(await details(caseId, { ...born, counted: 'yes' })).toMatchObject({
      value: { changed: expect.arrayContaining(['counted']) },
    })
    expect(await countedOf(caseId)).toHaveLength(1)
    expect(await details(caseId, { ...born, counted: 'no' })).toEqual({ ok: true, value: { changed: ['counted'] } })
    expect(await countedOf(caseId)).toEqual([])
    await recordIncident(asking(worker), incidentInput(caseId, MAP))
    expect(await countedOf(caseId)).toEqual([])
  })

  it.each([
    { why: 'with a day of birth the name tells one person from another', given: born, stays: false },
    { why: 'without one the record does', given: { clientName: 'Amara Diallo' }, stays: true },
  ])('holds the number of the person, also by another name: $why', async ({ given, stays }) => {
    const { caseId } = await reportedCase(worker, { report: { ...given, ...MAP } as object })
    const before = (await countedOf(caseId))[0]?.person
    await details(caseId, { ...given, clientName: 'Amara Diallo-Reid' })
    const after = (await countedOf(caseId))[0]?.person
    expect(after === before).toBe(stays)
  })
})
