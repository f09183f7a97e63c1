import type { Actor } from '../../domain/partnership/actor.ts'
import { limitExports } from '../rate-limit.server.ts'

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  geojson: 'application/geo+json',
  brf: 'text/plain; charset=us-ascii',
  ics: 'text/calendar; charset=utf-8',
  json: 'application/json; charset=utf-8',
  pdf: 'application/pdf',
} as const

interface Download {
  filename: `${string}.${keyof typeof TYPES}`
  content: string | Uint8Array<ArrayBuffer>
}

/** Sends a file to save. Each is counted before any data are read. @throws Response 429 */
export async function download({ staffId }: Actor, read: () => Promise<Download>): Promise<Response> {
  await limitExports(staffId)
  const { filename, content } = await read()
  const extension = filename.slice(filename.lastIndexOf('.') + 1) as keyof typeof TYPES
  return new Response(content, {
    headers: { 'Content-Type': TYPES[extension], 'Content-Disposition': `attachment; filename="${filename}"` },
  })
}
