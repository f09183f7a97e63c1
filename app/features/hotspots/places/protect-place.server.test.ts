import { describe, expect, it } from 'vitest'
import { asking, openWorld } from '../../../../tests/support/world.ts'
import { cellOf } from '../../../domain/hotspots/map/cell.ts'
import { cellOfWard } from '../../../domain/hotspots/places/ward-centre.ts'
import { WARDS } from '../../../domain/partnership/ward.ts'
import { listPlaces } from './list-places.server.ts'
import { protectPlace, protectPlaceInput } from './protect-place.server.ts'
import { releasePlace } from './release-place.server.ts'

const world = await openWorld()
const office = await world.agency({ kind: 'council_unit' })
const coordinator = await world.staff(office, 'coordinator', 'Marcus Adeyemi')
const POINT = { lat: 53.40712, lng: -2.99161 }
await world.admin`insert into postcode ${world.admin({ postcode: 'L72AB', lat: 53.41, lng: -2.95 })}`

function protect(given: object, by = coordinator) {
  return protectPlace(asking(by), protectPlaceInput.parse({ reason: 'A refuge', ...given }))
}

const numberOf = (cell: string) => BigInt(`0x${cell}`).toString()

describe('a place that the map must not tell', () => {
  it.each([
    { why: 'a point', given: { pointLat: '53.40712', pointLng: '-2.99161', ward: 'Speke' }, cell: cellOf(POINT) },
    { why: 'a postcode', given: { postcode: 'l7 2ab' }, cell: cellOf({ lat: 53.41, lng: -2.95 }) },
    { why: 'the ward alone', given: { ward: 'Speke' }, cell: cellOfWard('Speke') },
  ])('is kept as its hexagon alone: $why', async ({ given, cell }) => {
    const answer = await protect(given)
    if (!answer.ok) throw new Error(answer.refusal.kind)
    const [kept] = await world.admin`select * from protected_place where place_id = ${answer.value.placeId}`
    expect(kept).toMatchObject({
      cell: numberOf(cell),
      reason: 'A refuge',
      added_by_name: `Marcus Adeyemi, ${office.name}`,
    })
    expect(JSON.stringify(kept)).not.toMatch(/53\.4|L72AB/)
  })

  it.each(WARDS.map((ward) => ({ ward })))('is listed under the ward that was chosen: $ward', async ({ ward }) => {
    const answer = await protect({ ward })
    if (!answer.ok) throw new Error(answer.refusal.kind)
    const listed = await listPlaces(coordinator)
    expect(listed.find(({ placeId }) => placeId === answer.value.placeId)?.ward).toBe(ward)
  })

  it('names all wards of its hexagon where none was kept', async () => {
    await world.admin`delete from protected_place`
    await protect({ ward: 'Toxteth' })
    await world.admin`update protected_place set ward = ''`
    expect((await listPlaces(coordinator))[0]?.ward).toMatch(/Canning.* or .*Toxteth/)
  })

  it('is listed near a ward where a point alone was given, until somebody takes it off', async () => {
    await world.admin`delete from protected_place`
    await protect({ pointLat: '53.40712', pointLng: '-2.99161' })
    const [listed] = await listPlaces(coordinator)
    expect(listed).toMatchObject({
      ward: 'Near City Centre North',
      reason: 'A refuge',
      addedByName: `Marcus Adeyemi, ${office.name}`,
    })
    expect(Object.keys(listed ?? {})).not.toContain('cell')
    const placeId = String(listed?.placeId)
    expect(await releasePlace(asking(coordinator), { placeId })).toEqual({ ok: true, value: null })
    expect(await releasePlace(asking(coordinator), { placeId })).toMatchObject({ refusal: { kind: 'not-found' } })
    expect(await listPlaces(coordinator)).toEqual([])
    const events = await world.admin`select kind, data from case_event where subject_id = ${placeId} order by seq`
    expect(events).toEqual([
      { kind: 'place-protected', data: { placeId } },
      { kind: 'place-released', data: { placeId } },
    ])
  })

  it.each([
    { why: 'nothing says where', given: {}, kind: 'nowhere' },
    { why: 'the postcode is unknown', given: { postcode: 'L99 9ZZ', ward: 'Speke' }, kind: 'postcode-unknown' },
  ])('is refused when $why', async ({ given, kind }) => {
    expect(await protect(given)).toEqual({ ok: false, refusal: { kind } })
  })

  it('needs a reason, and a point inside the area', () => {
    const parsed = protectPlaceInput.safeParse({ pointLat: '51.5', pointLng: '-0.12' })
    expect(parsed.error?.issues.map(({ path }) => path[0]).sort()).toEqual(['pointLat', 'reason'])
  })

  it('is for coordinators alone', async () => {
    const administrator = await world.staff(office, 'administrator')
    expect(await protect({ ward: 'Speke' }, administrator)).toMatchObject({ refusal: { kind: 'not-allowed' } })
    expect(await listPlaces(administrator)).toEqual([])
  })
})
