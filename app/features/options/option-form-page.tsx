import type { ReactNode } from 'react'
import { href } from '../../href.ts'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { PageTitle } from '../../ui/layout/page-title.tsx'

interface OptionFormPageProps {
  caseId: string
  reference: string
  title: string
  /** Where the form was opened, if not on the page of the five options. */
  back?: { href: string; label: string }
  children: ReactNode
}

/** The frame of a form that belongs to the five options of a case: it leads back to them. */
export function OptionFormPage({ caseId, reference, title, back, children }: OptionFormPageProps) {
  return (
    <>
      <BackLink href={back?.href ?? href('/cases/:caseId/options', { caseId })}>
        {back?.label ?? 'Five options'}
      </BackLink>
      <PageTitle reference={reference}>{title}</PageTitle>
      {children}
    </>
  )
}
