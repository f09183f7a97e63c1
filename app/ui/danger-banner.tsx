import type { ReactNode } from 'react'

/** A red banner on every page about data shared without consent: who authorised it, and why. */
export function DangerBanner({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="accord-danger" aria-label={title}>
      <p className="accord-danger__title">{title}</p>
      <div className="accord-danger__text">{children}</div>
    </section>
  )
}
