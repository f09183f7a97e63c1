import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EMPTY_SAFE_CONTACT, type SafeContact } from '../cases/safe-contact.ts'
import { UNSAFE_CONTACT_REASONS } from '../cases/unsafe-contact.ts'
import { DOCUMENT_KIND_IDS } from './document-kind.ts'
import { checkGivenAt, decideGiving, type PaperToGive, type ReaderOfPaper } from './giving.ts'
import { formatsNeeded, PAPER_FORMAT_IDS, TRANSLATED_BY } from './paper-format.ts'
import { PAPER_RECIPIENTS, PAPER_WAYS } from './paper-way.ts'

const keysOf = <Id extends string>(table: Readonly<Record<Id, unknown>>) =>
  fc.constantFrom(...(Object.keys(table) as Id[]))
const answer = fc.constantFrom('yes' as const, 'no' as const, null)

const readers: fc.Arbitrary<ReaderOfPaper> = fc.record({
  safeContact: fc
    .record({ safeToPost: answer, safeToEmail: answer })
    .map((given): SafeContact => ({ ...EMPTY_SAFE_CONTACT, ...given })),
  communicationNeeds: fc.subarray(['braille', 'easy_read', 'large_print', 'hearing_loop']),
  language: fc.constantFrom('', 'English', 'Arabic'),
})

const givings: fc.Arbitrary<PaperToGive> = fc.record({
  recipient: keysOf(PAPER_RECIPIENTS),
  recipientName: fc.constantFrom('', ' ', 'Tom Hale'),
  way: keysOf(PAPER_WAYS),
  format: fc.constantFrom(...PAPER_FORMAT_IDS),
  language: fc.constant('en' as const),
  translatedBy: fc.option(keysOf(TRANSLATED_BY)),
  askedForFormat: fc.boolean(),
  notAtHome: fc.boolean(),
  unsafeReason: fc.option(keysOf(UNSAFE_CONTACT_REASONS)),
  unsafeConfirmed: fc.boolean(),
})

describe('a paper that may be recorded as given', () => {
  it('G5, G6, I4b: is safe or counted as unsafe, readable or asked for, and understood', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DOCUMENT_KIND_IDS), givings, readers, (paper, giving, reader) => {
        const decided = decideGiving(paper, giving, reader)
        if (!decided.ok) return
        const { unsafeAnswers, unsafeReason, translatedBy, askedForFormat, recipientName } = decided.value
        expect(unsafeAnswers.length > 0).toBe(unsafeReason !== '')
        expect(giving.way === 'held' && !giving.notAtHome).toBe(false)
        expect((giving.recipient === 'witness') === (recipientName !== '')).toBe(true)
        if (giving.recipient === 'witness') {
          expect(['posted', 'emailed']).not.toContain(giving.way)
          return
        }
        const { safeToPost, safeToEmail } = reader.safeContact
        const isUnsafe =
          (giving.way === 'posted' && safeToPost !== 'yes') || (giving.way === 'emailed' && safeToEmail !== 'yes')
        expect(unsafeAnswers.length > 0).toBe(isUnsafe)
        const needed = formatsNeeded(reader.communicationNeeds)
        expect(needed.length === 0 || needed.includes(giving.format) || askedForFormat).toBe(true)
        expect(translatedBy !== '').toBe(reader.language === 'Arabic')
      }),
    )
  })
})

describe('when a paper was given', () => {
  const at = (minute: number, second = 0) => new Date(Date.UTC(2026, 10, 23, 9, minute, second))
  it.each([
    { why: 'in the same minute as it was made', given: at(5), result: { ok: true } },
    { why: 'before it was made', given: at(4), result: { refusal: { kind: 'given-before-made' } } },
    { why: 'before the plan was agreed', given: at(1), result: { refusal: { kind: 'given-before-agreed' } } },
    { why: 'later than now', given: at(31), result: { refusal: { kind: 'given-in-the-future' } } },
  ])('is refused or allowed: $why', ({ given, result }) => {
    const facts = { madeAt: at(5, 30), agreedAt: at(2), now: at(30) }
    expect(checkGivenAt(given, facts)).toMatchObject(result)
  })
})
