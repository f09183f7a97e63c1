import type { ReactNode } from 'react'

/** A red banner for data shared without consent: who authorised it, and why. Every page concerned shows it. */
export function DangerBanner({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="accord-danger" aria-label={title}>
      <p className="accord-danger__title">{title}</p>
      <div className="accord-danger__text">{children}</div>
    </section>
  )
}
