import type { ReactNode } from 'react'
import { Reference } from '../reference.tsx'

interface PageTitleProps {
  children: ReactNode
  /** Shown above the heading: what the page is about. */
  caption?: string
  /** A short reference such as HB-4F7K, the same on screen, in mail and on paper. */
  reference?: string
  size?: 'xl' | 'l'
}

/** The only h1 of the page. It may contain a client's name, unlike the document's title. */
export function PageTitle({ children, caption, reference, size = 'l' }: PageTitleProps) {
  return (
    <div className="accord-title">
      {caption ? <span className={`govuk-caption-${size}`}>{caption}</span> : null}
      <h1 className={`govuk-heading-${size}`}>{children}</h1>
      {reference ? (
        <p className="accord-title__reference">
          Reference{' '}
          <strong>
            <Reference>{reference}</Reference>
          </strong>
        </p>
      ) : null}
    </div>
  )
}
