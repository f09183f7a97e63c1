import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '../../access/session.server.ts'
import { readDrawing } from '../../features/hotspots/map/read-drawing.server.ts'

/** The operator's basemap: its layers and its credit; null if there is only the built-in coast. */
export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args)
  const { basemap } = await readDrawing()
  return new Response(JSON.stringify(basemap), { headers: { 'Content-Type': 'application/json' } })
}
