import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

interface TextLinkProps {
  href: string
  children: ReactNode
  /** Words for screen readers only: "Change" + "the safe contact of Amara Diallo". */
  about?: string
  /** Loads the whole page, for downloads and for addresses outside the portal. */
  reload?: boolean
}

export function TextLink({ href, children, about, reload }: TextLinkProps) {
  return (
    <Link to={href} className="govuk-link" reloadDocument={reload}>
      {children}
      {about ? <span className="govuk-visually-hidden"> {about}</span> : null}
    </Link>
  )
}
