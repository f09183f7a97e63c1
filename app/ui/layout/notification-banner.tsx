import type { ReactNode } from 'react'
import { useId } from 'react'
import { useFocusOn } from './use-focus-on.ts'

interface NotificationBannerProps {
  /** What happened, in one sentence with names: "Sent to Beacon Victim Care." */
  heading: string
  /** `success` follows an action and takes the focus; `news` is anything else the person should know. */
  kind?: 'success' | 'news'
  /** What happens next, with names and times. */
  children?: ReactNode
}

/** Says what happened and what happens next. It is the first element of the page that follows an action. */
export function NotificationBanner({ heading, kind = 'success', children }: NotificationBannerProps) {
  const titleId = useId()
  const success = kind === 'success'
  const banner = useFocusOn<HTMLElement>(success ? heading : null)
  return (
    <section
      className={success ? 'govuk-notification-banner govuk-notification-banner--success' : 'govuk-notification-banner'}
      role={success ? 'alert' : undefined}
      aria-labelledby={titleId}
      ref={banner}
      tabIndex={success ? -1 : undefined}
    >
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title" id={titleId}>
          {success ? 'Done' : 'Important'}
        </h2>
      </div>
      <div className="govuk-notification-banner__content">
        <p className="govuk-notification-banner__heading">{heading}</p>
        {children}
      </div>
    </section>
  )
}
