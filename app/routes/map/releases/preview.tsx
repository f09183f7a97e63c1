import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { orNotFound, requireBusinessWith, uuidParam } from '../../../access/require.server.ts'
import { findReleasePreview } from '../../../features/hotspots/releases/read-release-preview.server.ts'
import { ReleasePreview } from '../../../features/hotspots/releases/release-preview.tsx'
import { href } from '../../../href.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { BackLink } from '../../../ui/layout/back-link.tsx'
import { documentTitle } from '../../../ui/layout/document-title.ts'
import { PageTitle } from '../../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Preview of a release') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireBusinessWith(args, 'hotspotDraft')
  const releaseId = uuidParam(args.params.releaseId)
  return { releaseId, preview: orNotFound(await findReleasePreview(actor, releaseId)) }
}

export default function Preview() {
  const { releaseId, preview } = useLoaderData<typeof loader>()
  return (
    <>
      <BackLink href={href('/map/releases/:releaseId', { releaseId })}>The release and its attack report</BackLink>
      <PageTitle caption={preview.says}>Preview of this release</PageTitle>
      <ReleasePreview preview={preview} />
      <ButtonLink href={href('/map/releases/:releaseId/decide', { releaseId })}>Decide on this release</ButtonLink>
    </>
  )
}
