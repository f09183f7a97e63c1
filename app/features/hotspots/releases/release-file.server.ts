import { z } from 'zod'
import { STRANDS } from '../../../domain/cases/strand.ts'
import {
  OFF_MAP,
  type OffMap,
  type ReleaseBody,
  type StrandGroup,
} from '../../../domain/hotspots/release/release-body.ts'

const column = z.array(z.number())
const place = z
  .string()
  .refine((word) => Object.hasOwn(OFF_MAP, word) || /^8[0-9a-f]{14}$/.test(word), { error: 'names no hexagon' })
const strand = z
  .string()
  .refine((word): word is StrandGroup => Object.hasOwn(STRANDS, word) || word === 'others' || word === 'all', {
    error: 'names no strand',
  })

/** The schema of a release file. Its author is unknown, so every field is checked. */
export const releaseBody: z.ZodType<ReleaseBody> = z.strictObject({
  format: z.literal('accord-hotspots-1'),
  period: z.string(),
  opensAt: z.string(),
  closesAt: z.string(),
  ruleVersion: z.number(),
  rules: z.strictObject({
    incidents: z.number(),
    clients: z.number(),
    greatestShare: z.number(),
    residualClients: z.number(),
    rounding: z.number().positive(),
    finest: z.number(),
  }),
  areas: z.strictObject({
    where: z.array(place as z.ZodType<string | OffMap>),
    rest: z.array(z.union([z.literal(0), z.literal(1)])),
    incidents: column,
    block: column,
  }),
  blocks: z.array(place as z.ZodType<string | OffMap>),
  strands: z.strictObject({ block: column, strand: z.array(strand), incidents: column }),
  lattice: z.strictObject({ cell: z.array(z.string().regex(/^8[0-9a-f]{14}$/)), incidents: column, giStar: column }),
})
