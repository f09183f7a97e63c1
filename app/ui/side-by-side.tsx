import type { ReactNode } from 'react'

interface SideBySideProps {
  main: ReactNode
  side: ReactNode
  /** Puts the side first on a phone and on the left of a wide screen, as filters want. */
  sideFirst?: boolean
}

/** Two thirds and one third; under each other on a phone. */
export function SideBySide({ main, side, sideFirst }: SideBySideProps) {
  const wide = <div className="govuk-grid-column-two-thirds">{main}</div>
  const narrow = <div className="govuk-grid-column-one-third">{side}</div>
  return (
    <div className="govuk-grid-row">
      {sideFirst ? narrow : wide}
      {sideFirst ? wide : narrow}
    </div>
  )
}
