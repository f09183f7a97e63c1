import { describe, expect, it } from 'vitest'
import { DRAFT_FORMS, type DraftForm, hasPage, isAutosaved } from './draft-form.ts'

describe('the forms with drafts', () => {
  it.each([
    { name: 'report', autosaved: true },
    { name: 'consent-answers', autosaved: false },
    { name: 'toString', autosaved: false },
    { name: '', autosaved: false },
  ])('$name is sent by its page while it is typed: $autosaved', ({ name, autosaved }) => {
    expect(isAutosaved(name)).toBe(autosaved)
  })

  it('have the pages of the table and no other', () => {
    for (const form of Object.keys(DRAFT_FORMS) as DraftForm[]) {
      const pages: readonly string[] = DRAFT_FORMS[form].pages
      expect(pages.every((page) => hasPage(form, page))).toBe(true)
      expect(hasPage(form, '')).toBe(pages.length === 0)
      expect(hasPage(form, 'no-page-of-any-form')).toBe(false)
    }
  })
})
