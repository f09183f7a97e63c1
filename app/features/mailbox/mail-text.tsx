import { Fragment } from 'react'
import { TextLink } from '../../ui/text-link.tsx'

/** A plain-text mail as paragraphs. Links into this portal can be followed. */
export function MailText({ body, origin }: { body: string; origin: string }) {
  return body
    .trim()
    .split('\n\n')
    .map((paragraph) => (
      <p key={paragraph} className="govuk-body">
        {paragraph.split('\n').map((line, at) => (
          <Fragment key={line}>
            {at > 0 ? <br /> : null}
            <MailLine line={line} origin={origin} />
          </Fragment>
        ))}
      </p>
    ))
}

function MailLine({ line, origin }: { line: string; origin: string }) {
  const at = line.indexOf(`${origin}/`)
  const path = at < 0 ? '' : line.slice(at + origin.length)
  return (
    <>
      {at < 0 ? line : line.slice(0, at)}
      {path ? <TextLink href={path}>{`${origin}${path}`}</TextLink> : null}
    </>
  )
}
