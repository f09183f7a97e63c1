import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith, uuidParam } from '../../access/require.server.ts'
import { HolderForm } from '../../features/casework/allocation/holder-form.tsx'
import { listHolders } from '../../features/casework/allocation/list-holders.server.ts'
import { reallocateCases, reallocateCasesInput } from '../../features/casework/allocation/reallocate-cases.server.ts'
import { CASE_REFUSALS } from '../../features/casework/refusal-words.server.ts'
import { readChangeable } from '../../features/staff/read-changeable.server.ts'
import { countHeldCases } from '../../features/staff/read-people.server.ts'
import { formAction } from '../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Allocate all cases of a person') }]

export async function loader(args: LoaderFunctionArgs) {
  const { name, fromStaffId: staffId, idempotencyKey, ...signedIn } = await requireReallocation(args)
  const cases = (await countHeldCases(signedIn, staffId)) ?? 0
  const holders = (await listHolders(signedIn.actor)).filter((holder) => holder.staffId !== staffId)
  return { name, staffId, idempotencyKey, cases, holders }
}

export const action = formAction({
  who: requireReallocation,
  input: reallocateCasesInput,
  run: ({ fromStaffId, ...asker }, sent) => reallocateCases(asker, { ...sent, fromStaffId }),
  next: (_, __, { fromStaffId }) => href('/staff/:staffId', { staffId: fromStaffId }, { done: 'reallocated' }),
  refusals: CASE_REFUSALS,
})

/** The signed-in manager, and the person in their agency whose cases to reallocate. */
async function requireReallocation(args: LoaderFunctionArgs) {
  const signedIn = await requireBusinessWith(args, 'caseFile', 'allocate')
  const { name, staffId, idempotencyKey } = await readChangeable(signedIn, uuidParam(args.params.staffId))
  return { ...signedIn, name, fromStaffId: staffId, idempotencyKey }
}

export default function ReallocateCases() {
  const { name, staffId, idempotencyKey, cases, holders } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <>
      <BackLink href={href('/staff/:staffId', { staffId })}>{name}</BackLink>
      <PageTitle caption={name}>Allocate all open cases to a colleague</PageTitle>
      <p className="govuk-body">
        {cases === 1 ? '1 open case moves' : `${cases} open cases move`} to the colleague you choose. The deadlines do
        not change.
      </p>
      <HolderForm
        form={form}
        idempotencyKey={idempotencyKey}
        question="Who will be the case worker?"
        holders={holders}
        button="Allocate all cases"
      />
    </>
  )
}
