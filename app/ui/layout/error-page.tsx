import { isRouteErrorResponse } from '@remix-run/react'
import { SendAgain, type SentForm } from '../../forms/send-again.tsx'
import { errorWords } from './error-words.ts'
import { PageTitle } from './page-title.tsx'

/** The HTTP status of an error that replaced a page. */
export function statusOf(error: unknown): number {
  return isRouteErrorResponse(error) ? error.status : 500
}

/** Replaces a page that cannot be shown, and offers to send a form again that was not accepted. */
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
