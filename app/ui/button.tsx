import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

type Variant = 'primary' | 'secondary' | 'warning' | 'inverse'

interface ButtonProps {
  children: ReactNode
  variant?: Variant
  name?: string
  value?: string
  /** Sends the form to another address than its own, for example for "Save as draft". */
  formAction?: string
  /** Words for screen readers only, such as the client's name after "Call". */
  about?: string
}

/** A button that sends its form. The label says what happens: "Send to Beacon Victim Care". */
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

/** A link that looks like a button, for a next step on another page. Screen readers announce it as a link. */
export function ButtonLink({ href, children, variant, about }: ButtonLinkProps) {
  return (
    <Link to={href} className={buttonClass(variant)}>
      {children}
      {about ? <span className="govuk-visually-hidden"> {about}</span> : null}
    </Link>
  )
}

export function ButtonGroup({ children }: { children: ReactNode }) {
  return <div className="govuk-button-group">{children}</div>
}

function buttonClass(variant: Variant = 'primary'): string {
  return variant === 'primary' ? 'govuk-button' : `govuk-button govuk-button--${variant}`
}
