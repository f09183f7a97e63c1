import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { renderToString } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { ViolenceTag } from './violence-tag.tsx'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const sourceOf = (file: string) => readFileSync(ROOT + file, 'utf8')
const filesIn = (pattern: string) => globSync(pattern, { cwd: ROOT }).filter((file) => !file.includes('.test.'))

describe('ViolenceTag', () => {
  test('shows the safe times beside the tag', () => {
    const shown = renderToString(<ViolenceTag serious safeTimes="weekdays 10 to 12" />).replaceAll('<!-- -->', '')
    expect(shown).toContain('Violence or threat</strong> Safe times: weekdays 10 to 12')
  })

  test('shows nothing where there was no violence', () => {
    expect(renderToString(<ViolenceTag serious={false} safeTimes="weekdays" />)).toBe('')
  })
})

/** Lists of cases or referrals on a page that says it once, of the case or the referral that all of them are of. */
const SAID_ABOVE: Record<string, string> = {
  'features/casework/file/case-overview.tsx': 'one case',
  'features/casework/contacts/contact-log.tsx': 'one case',
  'features/casework/file/referrals-of-case.tsx': 'the heading of the case says it',
  'features/consents/consent-detail.tsx': 'one case',
  'features/consents/consent-list.tsx': 'one case',
  'features/consents/withdrawal-page.tsx': 'one case',
  'features/intake/same-person-question.tsx': 'asks who it is, and lists nothing to do',
  'features/casework/file/lookalike-hint.tsx': 'asks who it is, and lists nothing to do',
}

test('every list that leads to several cases or referrals has the tag, or hands it to the list of tasks', () => {
  const lists = filesIn('{features,routes}/**/*.tsx').filter((file) => {
    const text = sourceOf(file)
    return (
      /<(List)?Table\b|<li key=|tasks=\{/.test(text) &&
      // The beginning of the address may come from the caller.
      /\/(cases|inbox|sent|overrides)\/\$\{(?:\w+\.)?(caseId|referralId|overrideId)\}[`/]|\}\/\$\{referralId\}`/.test(
        text,
      ) &&
      /\.map\(|rows=\{/.test(text)
    )
  })
  const untagged = lists.filter((file) => !(file in SAID_ABOVE) && !/ViolenceTag|violence/.test(sourceOf(file)))
  expect(untagged.filter(isOfSeveral)).toEqual([])
})

/** A page of one case or one referral repeats its own id in every address. */
function isOfSeveral(file: string): boolean {
  return /rows=\{|tasks=\{|key=\{(?:\w+\.)?(caseId|referralId|overrideId)\}/.test(sourceOf(file))
}
