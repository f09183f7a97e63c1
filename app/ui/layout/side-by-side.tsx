import type { ReactNode } from 'react'

interface SideBySideProps {
  main: ReactNode
  side: ReactNode
  /** Puts the side first, and on the left of a wide screen with all the rest for the list, as filters want. */
  sideFirst?: boolean
}

/** Two thirds and one third; under each other on a phone. */
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
