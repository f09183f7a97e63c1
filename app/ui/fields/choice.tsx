import type { ReactNode } from 'react'

/** One option of radios or checkboxes. */
export interface Choice {
  value: string
  label: ReactNode
  hint?: ReactNode
  /** Questions that appear when this option is chosen. CSS alone shows them, so they work without JavaScript. */
  reveal?: ReactNode
  /** A word before this option, usually "or". */
  divider?: string
}

interface ChoiceItemProps {
  kind: 'radios' | 'checkboxes'
  name: string
  /** Counted from 0. The first option's id is the field's name, so that the error summary can link to it. */
  position: number
  choice: Choice
  chosen: boolean
  /** A checkbox such as "None of these" that clears the others. */
  exclusive?: boolean
}

/** A radio button or checkbox with its label, hint and revealed questions. */
export function ChoiceItem({ kind, name, position, choice, chosen, exclusive }: ChoiceItemProps) {
  const id = position === 0 ? name : `${name}-${position + 1}`
  return (
    <>
      {choice.divider ? <div className={`govuk-${kind}__divider`}>{choice.divider}</div> : null}
      <div className={`govuk-${kind}__item`}>
        <input
          className={`govuk-${kind}__input`}
          id={id}
          name={name}
          type={kind === 'radios' ? 'radio' : 'checkbox'}
          value={choice.value}
          defaultChecked={chosen}
          aria-describedby={choice.hint ? `${id}-item-hint` : undefined}
          data-behaviour={exclusive ? 'exclusive' : undefined}
        />
        <label className={`govuk-label govuk-${kind}__label`} htmlFor={id}>
          {choice.label}
        </label>
        {choice.hint ? (
          <div id={`${id}-item-hint`} className={`govuk-hint govuk-${kind}__hint`}>
            {choice.hint}
          </div>
        ) : null}
      </div>
      {choice.reveal ? <div className={`govuk-${kind}__conditional`}>{choice.reveal}</div> : null}
    </>
  )
}
