import type { ReactNode } from 'react'

interface SideBySideProps {
  main: ReactNode
  side: ReactNode
  /** Puts the side column first, as a narrow column on the left that leaves the rest to `main`. For filters. */
  sideFirst?: boolean
}

/** Two columns, two thirds and one third. On a phone the second is below the first. */
export function SideBySide({ main, side, sideFirst }: SideBySideProps) {
  if (sideFirst) {
    return (
      <div className="accord-beside">
        <div>{side}</div>
        <div>{main}</div>
      </div>
    )
  }
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">{main}</div>
      <div className="govuk-grid-column-one-third">{side}</div>
    </div>
  )
}
