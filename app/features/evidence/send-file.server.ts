import { Readable } from 'node:stream'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { limitExports } from '../../access/rate-limit.server.ts'
import { orNotFound, requireCasework, uuidParam } from '../../access/require.server.ts'
import { LONE_FILE_POLICY } from '../../access/security-headers.ts'
import type { FilePart } from '../../domain/files/stored-file.ts'
import { type OpenedFile, openStoredFile } from './open-stored-file.server.ts'

const TYPES: Readonly<Record<FilePart, string>> = { original: 'application/octet-stream', picture: 'image/jpeg' }
const DAMAGED = 'This file is not the one that was kept, so the portal does not open it. Tell the administrator.'

/**
 * Answers with one part of a file. The headers make the browser save it, to believe no other type, to run nothing in it and to
 * keep nothing of it. A page of the portal may still show the picture.
 * @throws Response 404 for what may not be opened, 429
 */
export async function sendFile(args: LoaderFunctionArgs, part: FilePart): Promise<Response> {
  const { actor, now } = await requireCasework(args)
  const address = { caseId: uuidParam(args.params.caseId), fileId: uuidParam(args.params.fileId), part }
  if (part === 'original') await limitExports(actor.staffId)
  const opened = orNotFound(await openStoredFile({ actor, now }, address))
  if (opened !== 'damaged') return new Response(streamOf(opened), { headers: headersOf(opened) })
  args.context.report(new Error('A stored file does not open: its bytes are not those that were stored.'))
  return new Response(DAMAGED, { status: 409, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}

function streamOf({ bytes }: OpenedFile) {
  return Readable.toWeb(Readable.from(bytes)) as ReadableStream
}

function headersOf({ filename, part }: OpenedFile): Record<string, string> {
  return {
    'Content-Type': TYPES[part],
    'Content-Disposition': `attachment; filename="${filename}"`,
    'Content-Security-Policy': LONE_FILE_POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  }
}
