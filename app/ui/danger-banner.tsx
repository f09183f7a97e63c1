import type { ReactNode } from 'react'

/** Red on every page it concerns: shared without consent, by whose authority, and why. */
export function DangerBanner({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="accord-danger" aria-label={title}>
      <p className="accord-danger__title">{title}</p>
      <div className="accord-danger__text">{children}</div>
    </section>
  )
}
