import { and, asc, eq, gt, lt, ne } from 'drizzle-orm'
import { asActor, type Tx } from '../../../../db/as-actor.ts'
import { hotspotDraft, hotspotRelease } from '../../../../db/schema/hotspot.ts'
import { layerOfAreas } from '../../../domain/hotspots/map/map-layer.ts'
import { DENSITY_SHADES } from '../../../domain/hotspots/map/shade.ts'
import { type Change, whatChanged } from '../../../domain/hotspots/map/what-changed.ts'
import { sayPeriod } from '../../../domain/hotspots/release/period.ts'
import type { ReleaseBody } from '../../../domain/hotspots/release/release-body.ts'
import type { Actor } from '../../../domain/partnership/actor.ts'
import { type AreaRow, areaRows, sortRows } from '../map/area-row.ts'
import { SHADE_COLOURS } from '../map/palette.ts'
import { drawPicture } from '../map/picture.ts'
import { readProposedBody } from './read-drafts.server.ts'

export interface ReleasePreviewData {
  says: string
  /** Null if another version of the period was proposed before: comparing the two could reveal one client. */
  shown: { rows: AreaRow[]; changed: Change[]; picture: string } | null
}

/** The map as a proposed release would publish it; null for people who may not decide on it. */
export async function findReleasePreview(actor: Actor, releaseId: string): Promise<ReleasePreviewData | null> {
  return asActor(actor, async (tx) => {
    const body = await readProposedBody(tx, releaseId)
    if (!body) return null
    const says = sayPeriod(body.period)
    if (await wasShownBefore(tx, releaseId)) return { says, shown: null }
    const earlier = await tx
      .select({ body: hotspotRelease.body })
      .from(hotspotRelease)
      .where(lt(hotspotRelease.opensAt, new Date(body.opensAt)))
      .orderBy(asc(hotspotRelease.opensAt))
    const releases = [...earlier.map((one) => JSON.parse(one.body) as ReleaseBody), body]
    const layer = layerOfAreas(releases)
    const legend = DENSITY_SHADES.map(({ label }, at) => ({ colour: SHADE_COLOURS[at] ?? '#fff', label }))
    const picture = drawPicture({ title: says, legend, layer, sea: [], attribution: `${says}. Not published` })
    const rows = sortRows(areaRows(layer), { sort: 'count', order: 'down' })
    return { says, shown: { rows, changed: whatChanged(releases), picture: asImage(picture) } }
  })
}

/** Whether another version of an overlapping period, with other numbers, was proposed and refused. */
async function wasShownBefore(tx: Tx, releaseId: string): Promise<boolean> {
  const [own] = await tx.select().from(hotspotDraft).where(eq(hotspotDraft.releaseId, releaseId))
  if (!own) return true
  const { opensAt, closesAt, state, sha256 } = hotspotDraft
  const [other] = await tx
    .select({ releaseId: hotspotDraft.releaseId })
    .from(hotspotDraft)
    .where(
      and(
        eq(state, 'refused'),
        lt(opensAt, own.closesAt),
        gt(closesAt, own.opensAt),
        ne(sha256, own.sha256 ?? ''),
        ne(hotspotDraft.releaseId, releaseId),
      ),
    )
    .limit(1)
  return other !== undefined
}

function asImage(svg: string): string {
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
}
