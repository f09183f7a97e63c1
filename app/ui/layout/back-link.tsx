import { Link } from '@remix-run/react'

/** The way back to the page above this one, by that page's name: "Back to the case". */
export function BackLink({ href, children = 'Back' }: { href: string; children?: string }) {
  return (
    <Link to={href} className="govuk-back-link">
      {children}
    </Link>
  )
}
