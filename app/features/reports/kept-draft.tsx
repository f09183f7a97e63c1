import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { NotificationBanner } from '../../ui/notification-banner.tsx'
import { sayInstant } from '../../ui/say-time.ts'

/** Above a form that begins with what was typed before. */
export function KeptDraft({ savedAt, now }: { savedAt: Date; now: string }) {
  return (
    <NotificationBanner kind="news" heading="Your draft is back.">
      <p className="govuk-body">It was kept {sayInstant(savedAt, now)} and only you can see it.</p>
      <Form action="/reports/draft/discard">
        <Button variant="secondary">Throw this draft away</Button>
      </Form>
    </NotificationBanner>
  )
}
