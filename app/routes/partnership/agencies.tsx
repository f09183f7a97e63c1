import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { permissionsOf } from '../../access/ability.ts'
import { requireActor } from '../../access/session.server.ts'
import { Directory } from '../../features/agencies/directory.tsx'
import { listAgencies } from '../../features/agencies/read-agencies.server.ts'
import { href } from '../../href.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Agencies') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireActor(args)
  return { agencies: await listAgencies({ actor }), mayAdd: permissionsOf(actor).mayEver('insert', 'agency') }
}

export default function Agencies() {
  const { agencies, mayAdd } = useLoaderData<typeof loader>()
  return (
    <>
      <PageTitle caption="Who does what in the partnership">Agencies</PageTitle>
      {mayAdd ? <ButtonLink href={href('/agencies/new')}>Add an agency</ButtonLink> : null}
      <Directory agencies={agencies} />
    </>
  )
}
