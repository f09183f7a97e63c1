import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { orNotFound, requireBusinessWith, uuidParam, whoMay } from '../../access/require.server.ts'
import { agencyPageInput } from '../../features/agencies/agency-pages.server.ts'
import { changeAgency } from '../../features/agencies/change-agency.server.ts'
import { readAgencyPage, readAgencyPages } from '../../features/agencies/read-agency-pages.server.ts'
import { AGENCY_REFUSALS } from '../../features/agencies/refusal-words.server.ts'
import { formAction } from '../../forms/form-action.server.ts'
import { pageAfter } from '../../forms/multi-page/form-page.ts'
import { PageOfForm } from '../../forms/multi-page/page-of-form.tsx'
import { href } from '../../href.ts'
import { documentTitle } from '../../ui/layout/document-title.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: documentTitle(data?.title ?? 'Change an agency') },
]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(args, 'agency', 'update')
  return orNotFound(await readAgencyPage({ actor, now }, uuidParam(args.params.agencyId), args.params.page))
}

export const action = formAction({
  who: whoMay('update', 'agency'),
  params: ['agencyId'],
  input: agencyPageInput,
  run: changeAgency,
  next: async ({ agencyId, page }, _, asker) => {
    const { pages } = orNotFound(await readAgencyPages(asker, agencyId))
    const following = pageAfter(pages, page)
    return following
      ? href('/agencies/:agencyId/change/:page', { agencyId, page: following.id })
      : href('/agencies/:agencyId/change', { agencyId }, { done: page })
  },
  refusals: AGENCY_REFUSALS,
})

export default function ChangeAgencyPage() {
  const { agencyId, name, page, ...shown } = useLoaderData<typeof loader>()
  return (
    <PageOfForm
      {...shown}
      draftOf={{ form: 'change-agency', subject: agencyId, page }}
      caption={name}
      list={{ href: href('/agencies/:agencyId/change', { agencyId }), title: 'What other agencies see' }}
      answer={useActionData<typeof action>()?.form}
    />
  )
}
