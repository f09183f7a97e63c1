import type { LoaderFunctionArgs } from '@remix-run/node'
import { download } from '../../../access/export/download.server.ts'
import { orNotFound, requireBusinessWith, uuidParam } from '../../../access/require.server.ts'
import { findPublished } from '../../../features/hotspots/releases/read-ledger.server.ts'

/** A release byte for byte as published, so its SHA-256 matches the ledger. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireBusinessWith(args, 'hotspotRelease')
  return download(actor, async () => {
    const { period, body } = orNotFound(await findPublished(actor, uuidParam(args.params.releaseId)))
    return { filename: `release-${period}.json`, content: body }
  })
}
