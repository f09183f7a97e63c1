import { isRouteErrorResponse } from '@remix-run/react'
import { SendAgain, type SentForm } from '../../forms/send-again.tsx'
import { errorWords } from './error-words.ts'
import { PageTitle } from './page-title.tsx'

/** The status of what a page could not be shown for. */
export function statusOf(error: unknown): number {
  return isRouteErrorResponse(error) ? error.status : 500
}

/** In the place of a page that cannot be shown: what happened, and the form that the portal could not take. */
export function ErrorPage({ error }: { error: unknown }) {
  const status = statusOf(error)
  const { title, text } = errorWords(status)
  const sent = status === 503 ? (error as { data: SentForm | null }).data : null
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <p className="govuk-body">{text}</p>
      {sent ? <SendAgain sent={sent} /> : null}
    </>
  )
}
