import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { notFound, orNotFound, requireBusinessWith, uuidParam, whoMay } from '../../access/require.server.ts'
import { WARDS } from '../../domain/partnership/ward.ts'
import { AgencyForm } from '../../features/agencies/agency-form.tsx'
import { agencyInput } from '../../features/agencies/agency-input.server.ts'
import { changeAgency } from '../../features/agencies/change-agency.server.ts'
import { findAgency, receivablePurposes } from '../../features/agencies/read-agencies.server.ts'
import { AGENCY_REFUSALS } from '../../features/agencies/refusal-words.server.ts'
import { formAction } from '../../forms/form-action.server.ts'
import { filledWith } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Change an agency') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireBusinessWith(args, 'agency', 'update')
  const { agency, row } = orNotFound(await findAgency({ actor }, uuidParam(args.params.agencyId)))
  if (!agency.mayChange) throw notFound()
  const { offers, hours, strands, purposes, wards, takesReferrals, dutyEmail, dutyPhone, kind } = row
  const saved = {
    offers,
    hours,
    strands,
    purposes,
    wards,
    takesReferrals: takesReferrals ? 'yes' : 'no',
    dutyEmail,
    dutyPhone,
  }
  return { agency, saved, purposes: receivablePurposes(kind), allWards: WARDS, idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: whoMay('update', 'agency'),
  params: ['agencyId'],
  input: agencyInput,
  run: changeAgency,
  next: ({ agencyId }) => href('/agencies/:agencyId', { agencyId }, { done: 'changed' }),
  refusals: AGENCY_REFUSALS,
})

export default function ChangeAgency() {
  const { agency, saved, purposes, allWards, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? filledWith(saved)
  return (
    <>
      <BackLink href={href('/agencies/:agencyId', { agencyId: agency.agencyId })}>{agency.name}</BackLink>
      <PageTitle caption={agency.name}>What other agencies see</PageTitle>
      <AgencyForm form={form} idempotencyKey={idempotencyKey} purposes={purposes} wards={allWards} />
    </>
  )
}
