import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '../../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import { protectedPlace } from '../../../../db/schema/hotspot.ts'
import { mayInsert } from '../../../access/ability.ts'
import { ownNameAndAgency } from '../../../access/own-name.server.ts'
import type { Cell } from '../../../domain/hotspots/map/cell.ts'
import { placeIncident } from '../../../domain/hotspots/places/place.ts'
import { readPoint } from '../../../domain/hotspots/places/point.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { WARD_NAMES } from '../../../domain/partnership/ward.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { findPostcode } from '../../../facts/find-postcodes.server.ts'
import { neededText, optionalChoiceOf, typedText } from '../../../forms/form-fields.server.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'

export const protectPlaceInput = z
  .object({
    ward: optionalChoiceOf(WARD_NAMES),
    postcode: typedText(12),
    pointLat: typedText(24),
    pointLng: typedText(24),
    reason: neededText(300, 'Enter why this place is protected, without a name or an address'),
  })
  .refine(({ pointLat = '', pointLng = '' }) => readPoint(pointLat, pointLng).ok, {
    path: ['pointLat'],
    message: 'The point on the map is outside the partnership’s area. Choose another point, or a ward',
    when: () => true,
  })

export type ProtectPlaceInput = z.output<typeof protectPlaceInput>

export type ProtectPlaceRefusal = { kind: 'not-allowed' } | { kind: 'nowhere' } | { kind: 'postcode-unknown' }

/**
 * Prevents the map from revealing a refuge, or the only mosque of a ward: from now on, releases publish incidents in
 * its hexagon with the wider hexagon around it. Only the hexagon is stored, never the point or the postcode.
 */
export function protectPlace(
  asking: Asking,
  input: ProtectPlaceInput,
): Promise<Result<{ placeId: string }, ProtectPlaceRefusal | AlreadyDone>> {
  return writeOnce<{ placeId: string }, ProtectPlaceRefusal>(asking, 'protect-place', input, async (tx) => {
    const { actor, now } = asking
    if (!mayInsert(actor, 'protectedPlace', {})) return refused({ kind: 'not-allowed' })
    const cell = await findCell(tx, input)
    if (!cell.ok) return cell
    const placeId = randomUUID()
    const addedByName = await ownNameAndAgency(tx, actor)
    await tx
      .insert(protectedPlace)
      .values({ placeId, cell: cell.value, ward: input.ward ?? '', reason: input.reason, addedByName, addedAt: now })
    await recordEvent(tx, asking, { kind: 'place-protected', data: { placeId }, subjectId: placeId })
    return done({ placeId })
  })
}

async function findCell(tx: Tx, input: ProtectPlaceInput): Promise<Result<Cell, ProtectPlaceRefusal>> {
  const { postcode, ward } = input
  const found = postcode ? await findPostcode(tx, postcode) : undefined
  if (postcode && !found) return refused({ kind: 'postcode-unknown' })
  const chosen = readPoint(input.pointLat, input.pointLng)
  const point = found ?? (chosen.ok ? chosen.value : null)
  const { cell } = placeIncident({ point: point && { ...point, by: 'map' }, ward, online: false })
  return cell ? done(cell) : refused({ kind: 'nowhere' })
}
