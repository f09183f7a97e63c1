import { Link } from '@remix-run/react'

/** A link to the page above this one, with that page's name: "Back to the case". */
export function BackLink({ href, children = 'Back' }: { href: string; children?: string }) {
  return (
    <Link to={href} className="govuk-back-link">
      {children}
    </Link>
  )
}
