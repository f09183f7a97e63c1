import type { Actor } from '../../domain/partnership/actor.ts'
import { limitExports } from '../rate-limit.server.ts'

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  geojson: 'application/geo+json',
  json: 'application/json; charset=utf-8',
  pdf: 'application/pdf',
} as const

interface Download {
  filename: `${string}.${keyof typeof TYPES}`
  content: string | Uint8Array<ArrayBuffer>
}

/**
 * A file to save, the only way in which the portal sends one: each is counted, before anything is read for it.
 * @throws Response 429
 */
export async function download({ staffId }: Actor, read: () => Promise<Download>): Promise<Response> {
  await limitExports(staffId)
  const { filename, content } = await read()
  const extension = filename.slice(filename.lastIndexOf('.') + 1) as keyof typeof TYPES
  return new Response(content, {
    headers: { 'Content-Type': TYPES[extension], 'Content-Disposition': `attachment; filename="${filename}"` },
  })
}
