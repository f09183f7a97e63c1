import { useEffect, useState } from 'react'
import { SEARCH_KEY } from '../layout/enhance.ts'

/** Lets people turn the shortcut / off in their browser: people who dictate type single characters by accident. */
export function SearchKey() {
  const [isOn, setOn] = useState<boolean>()
  useEffect(() => setOn(localStorage.getItem(SEARCH_KEY) === null), [])
  if (isOn === undefined) return null
  const change = () => {
    if (isOn) localStorage.setItem(SEARCH_KEY, 'off')
    else localStorage.removeItem(SEARCH_KEY)
    setOn(!isOn)
  }
  return (
    <>
      <p className="govuk-body" role="status">
        {isOn ? 'On every page, the key / moves to the search box.' : 'The key / does not move to the search box.'}
      </p>
      <button type="button" className="govuk-button govuk-button--secondary" onClick={change}>
        {isOn ? 'Turn this off' : 'Turn this on'}
      </button>
    </>
  )
}
