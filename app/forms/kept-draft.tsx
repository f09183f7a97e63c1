import type { AutosavedKey } from '../domain/drafts/draft-form.ts'
import { Button } from '../ui/button.tsx'
import { NotificationBanner } from '../ui/layout/notification-banner.tsx'
import { sayInstant } from '../ui/time/say-time.ts'
import { draftAddress } from './draft-address.ts'
import { Form } from './form.tsx'

/** Shown above a form that starts with the answers of a draft. */
export function KeptDraft({ of, savedAt, now }: { of: AutosavedKey; savedAt: Date; now: string }) {
  return (
    <NotificationBanner kind="news" heading="Your draft is back.">
      <p className="govuk-body">It was saved {sayInstant(savedAt, now)} and only you can see it.</p>
      <Form action={draftAddress(of, 'delete')}>
        <Button variant="secondary">Delete this draft</Button>
      </Form>
    </NotificationBanner>
  )
}
