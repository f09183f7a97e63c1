import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

type Variant = 'primary' | 'secondary' | 'warning' | 'inverse'

interface ButtonProps {
  children: ReactNode
  variant?: Variant
  name?: string
  value?: string
  /** Sends the form it stands in to another address, such as "Save as draft". */
  formAction?: string
  /** Words only a screen reader needs, such as the client's name after "Call". */
  about?: string
}

/** A button that sends its form. Its words are what happens: "Send to Beacon Victim Care". */
export function Button({ children, variant, about, name, value, formAction }: ButtonProps) {
  return (
    <button type="submit" className={buttonClass(variant)} name={name} value={value} formAction={formAction}>
      {children}
      {about ? <span className="govuk-visually-hidden"> {about}</span> : null}
    </button>
  )
}

interface ButtonLinkProps {
  href: string
  children: ReactNode
  variant?: Variant
  about?: string
}

/** A link that looks like a button, for the next step that is a page of its own: it is read out as the link it is. */
export function ButtonLink({ href, children, variant, about }: ButtonLinkProps) {
  return (
    <Link to={href} className={buttonClass(variant)}>
      {children}
      {about ? <span className="govuk-visually-hidden"> {about}</span> : null}
    </Link>
  )
}

/** Buttons and links beside each other. */
export function ButtonGroup({ children }: { children: ReactNode }) {
  return <div className="govuk-button-group">{children}</div>
}

function buttonClass(variant: Variant = 'primary'): string {
  return variant === 'primary' ? 'govuk-button' : `govuk-button govuk-button--${variant}`
}
