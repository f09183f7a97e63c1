import type { ReactNode } from 'react'

interface DemoCardProps {
  name: string
  /** "Case worker, Northgate Housing" */
  role: string
  /** What signing in as this person can show. */
  shows: string
  /** The form with its one button, "Sign in as Sam Okafor". */
  children: ReactNode
}

/** An invented person of the demonstration, to sign in as with one click. */
export function DemoCard({ name, role, shows, children }: DemoCardProps) {
  return (
    <li className="accord-card">
      <h3 className="govuk-heading-s accord-card__name">{name}</h3>
      <p className="accord-card__role">{role}</p>
      <p className="accord-card__shows">{shows}</p>
      {children}
    </li>
  )
}

/** Cards beside each other as far as the screen is wide. */
export function DemoCards({ children }: { children: ReactNode }) {
  return <ul className="accord-cards">{children}</ul>
}
