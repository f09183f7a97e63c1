import { z } from 'zod'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { setting } from '../../../db/schema/everyday.ts'
import { permissionsOf } from '../../access/ability.ts'
import { STRAND_IDS, STRANDS } from '../../domain/cases/strand.ts'
import type { Asking } from '../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import { LOCAL_STRANDS } from './read-partnership-settings.server.ts'

/** `off` and `on` list strands; a strand in neither keeps its default. */
export const localStrandsInput = z.object({
  on: z.array(z.string().max(40)).default([]),
  off: z.array(z.string().max(40)).default([]),
})

export type LocalStrandsRefusal = { kind: 'not-allowed' } | { kind: 'always-on'; strand: string } | { kind: 'unknown' }

/** Sets the local strands on offer. The five national ones are always offered and cannot be named (G1). */
export async function setLocalStrands(
  asking: Asking,
  input: z.output<typeof localStrandsInput>,
): Promise<Result<{ local: string[] }, LocalStrandsRefusal | AlreadyDone>> {
  const named = [...input.on, ...input.off]
  const known = STRAND_IDS.filter((id) => named.includes(id))
  const national = known.find((id) => STRANDS[id].kind === 'national')
  if (national) return refused({ kind: 'always-on', strand: STRANDS[national].label })
  if (known.length !== new Set(named).size) return refused({ kind: 'unknown' })
  const local = known.filter((id) => input.on.includes(id) && !input.off.includes(id))
  return writeOnce<{ local: string[] }, LocalStrandsRefusal>(asking, 'set-local-strands', input, async (tx) => {
    if (!permissionsOf(asking.actor).may('update', 'setting', {})) return refused({ kind: 'not-allowed' })
    const value = { value: local, changedAt: asking.now }
    await tx
      .insert(setting)
      .values({ name: LOCAL_STRANDS, ...value })
      .onConflictDoUpdate({ target: setting.name, set: value })
    await recordEvent(tx, asking, { kind: 'strands-changed', data: { local } })
    return done({ local })
  })
}
