export interface StageItem {
  stage: string
  label: string
  state: 'done' | 'now' | 'to_do' | 'not_applicable'
  why: string
}

/** How far the case is, on every page of it. What does not apply is said, with the reason. */
export function StageLine({ stages }: { stages: readonly StageItem[] }) {
  const reasons = [...new Set(stages.map(({ why }) => why).filter(Boolean))]
  return (
    <>
      <ol className="accord-stages" aria-label="How far the case is">
        {stages.map(({ stage, label, state }) => (
          <li
            key={stage}
            className={state === 'done' ? 'accord-stages__done' : undefined}
            aria-current={state === 'now' ? 'step' : undefined}
          >
            {state === 'done' ? '✓ ' : ''}
            {label}
            <Said state={state} />
          </li>
        ))}
      </ol>
      {reasons.length > 0 ? <p className="govuk-body-s">{reasons.join(' ')}</p> : null}
    </>
  )
}

function Said({ state }: Pick<StageItem, 'state'>) {
  if (state === 'not_applicable') return ' (does not apply)'
  return state === 'now' ? null : (
    <span className="govuk-visually-hidden">{state === 'done' ? ' (done)' : ' (not yet)'}</span>
  )
}
