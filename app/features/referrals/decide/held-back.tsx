import type { HeldBack } from '../../../domain/referrals/referral-package.ts'

const WHY = {
  not_agreed: 'the client has not agreed to share it',
  nothing_recorded: 'nothing is recorded',
  tells_the_address: 'it would reveal the address, which is not shared',
  stays_here: 'it stays with your agency',
} as const satisfies Record<HeldBack['why'], string>

export function HeldBackList({ heldBack, byOverride }: { heldBack: readonly HeldBack[]; byOverride?: boolean }) {
  if (heldBack.length === 0) return <p className="govuk-body">Nothing is left out.</p>
  return (
    <>
      <h3 className="govuk-heading-s">What they will not see</h3>
      <ul className="govuk-list govuk-list--bullet">
        {heldBack.map(({ what, why }) => (
          <li key={what}>
            {what}: {byOverride && why === 'not_agreed' ? 'the manager did not authorise it' : WHY[why]}
          </li>
        ))}
      </ul>
    </>
  )
}
