import { errorWords } from './error-words.ts'
import { PageTitle } from './page-title.tsx'
import { SendAgain, type SentForm } from './send-again.tsx'

/** What a page shows that cannot be shown; with `sent`, the form that the portal could not take. */
export function ErrorPage({ status, sent }: { status: number; sent: SentForm | null }) {
  const { title, text } = errorWords(status)
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <p className="govuk-body">{text}</p>
      {sent ? <SendAgain sent={sent} /> : null}
    </>
  )
}
