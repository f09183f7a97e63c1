import { Form } from '../../forms/form.tsx'
import { href } from '../../href.ts'
import { Button } from '../../ui/button.tsx'
import { NotificationBanner } from '../../ui/layout/notification-banner.tsx'
import { sayInstant } from '../../ui/time/say-time.ts'

/** Above a form that begins with what was typed before. */
export function KeptDraft({ savedAt, now }: { savedAt: Date; now: string }) {
  return (
    <NotificationBanner kind="news" heading="Your draft is back.">
      <p className="govuk-body">It was saved {sayInstant(savedAt, now)} and only you can see it.</p>
      <Form action={href('/reports/draft/discard')}>
        <Button variant="secondary">Delete this draft</Button>
      </Form>
    </NotificationBanner>
  )
}
