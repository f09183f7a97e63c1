import type { LoaderFunctionArgs } from '@remix-run/node'
import { orNotFound, requireBusinessWith } from '../access/require.server.ts'
import { uuidParam } from '../access/uuid-param.server.ts'
import { findPublished } from '../features/hotspots/read-ledger.server.ts'

/** A release byte by byte as it was published: its SHA-256 is that of the ledger. */
export async function loader(asked: LoaderFunctionArgs) {
  const { actor } = await requireBusinessWith(asked, 'hotspotRelease')
  const { period, body } = orNotFound(await findPublished(actor, uuidParam(asked.params.releaseId)))
  return new Response(body, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="release-${period}.json"`,
    },
  })
}
