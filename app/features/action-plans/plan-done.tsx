import { NotificationBanner } from '../../ui/layout/notification-banner.tsx'
import { ownEntry } from '../../ui/own-entry.ts'
import { Day } from '../../ui/time/time.tsx'
import type { PlanPageData } from './plan-page.tsx'

const DONE: Readonly<Record<string, string>> = {
  saved: 'The plan is saved.',
  agreed: 'The action plan is agreed.',
  signed: 'Saved. The other signature is missing.',
  action: 'The action is saved.',
}

interface PlanDoneProps {
  code: string | null
  plan: PlanPageData
  now: string
}

/** Confirms what was just done, from the plan as it is now. `code` is from the address. */
export function PlanDone({ code, plan: { gaps, isDraft, draft, acknowledgement }, now }: PlanDoneProps) {
  const heading = ownEntry(DONE, code)
  if (!heading) return null
  const toSign = (isDraft || draft) && gaps.length === 0
  return (
    <NotificationBanner heading={heading}>
      {code === 'saved' ? (
        <p className="govuk-body">
          {toSign ? 'The client and your agency can sign it now.' : 'Some parts are missing before it can be signed.'}
        </p>
      ) : null}
      {code === 'agreed' && acknowledgement ? (
        <p className="govuk-body">
          Send the client the acknowledgement by <Day on={acknowledgement.sendBy} now={now} />.
        </p>
      ) : null}
    </NotificationBanner>
  )
}
