import { randomUUID } from 'node:crypto'
import { asActor } from '../../../db/as-actor.ts'
import type { Reading } from '../../domain/partnership/actor.ts'
import { findDraft } from '../../facts/drafts.server.ts'
import { hasPostcodes } from '../../facts/find-postcodes.server.ts'
import { readStrandsOffered } from '../../facts/read-strands.server.ts'

/** The data for taking a report: the strands offered, and this writer's draft. */
export function readReportForm(reading: Reading) {
  return asActor(reading.actor, async (tx) => {
    const [offered, draft, postcodes] = await Promise.all([
      readStrandsOffered(tx),
      findDraft(tx, reading, { form: 'report' }),
      hasPostcodes(tx),
    ])
    return { offered, draft, postcodes, idempotencyKey: randomUUID(), now: reading.now.toISOString() }
  })
}
