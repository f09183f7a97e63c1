import type { ReactNode } from 'react'
import { href } from '../../href.ts'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { PageTitle } from '../../ui/layout/page-title.tsx'

interface PlanFrameProps {
  view: { caseId: string; reference: string; client: { name: string } }
  title: string
  children: ReactNode
}

/** A page about the plan of a case, above which is the plan. */
export function PlanFrame({ view: { caseId, reference, client }, title, children }: PlanFrameProps) {
  return (
    <>
      <BackLink href={href('/cases/:caseId/plan', { caseId })}>Back to the plan</BackLink>
      <PageTitle caption={client.name || 'Name not given'} reference={reference}>
        {title}
      </PageTitle>
      {children}
    </>
  )
}
