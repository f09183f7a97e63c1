import type { ReactNode } from 'react'
import { href } from '../../href.ts'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { PageTitle } from '../../ui/layout/page-title.tsx'

interface PaperFormPageProps {
  caseId: string
  reference: string
  caption: string
  title: string
  children: ReactNode
}

/** The frame of each form about one paper of a case. */
export function PaperFormPage({ caseId, reference, caption, title, children }: PaperFormPageProps) {
  return (
    <>
      <BackLink href={href('/cases/:caseId/papers', { caseId })}>Back to the papers</BackLink>
      <PageTitle caption={caption} reference={reference}>
        {title}
      </PageTitle>
      {children}
    </>
  )
}
