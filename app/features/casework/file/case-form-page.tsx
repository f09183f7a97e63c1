import type { ReactNode } from 'react'
import { href } from '../../../href.ts'
import { BackLink } from '../../../ui/layout/back-link.tsx'
import { PageTitle } from '../../../ui/layout/page-title.tsx'

interface CaseFormPageProps {
  caseId: string
  reference: string
  title: string
  children: ReactNode
}

export function CaseFormPage({ caseId, reference, title, children }: CaseFormPageProps) {
  return (
    <>
      <BackLink href={href('/cases/:caseId', { caseId })}>Back to the case</BackLink>
      <PageTitle reference={reference}>{title}</PageTitle>
      {children}
    </>
  )
}
