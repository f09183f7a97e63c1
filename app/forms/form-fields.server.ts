import { z } from 'zod'
import { LARGEST_FILE_WORDS } from '../domain/files/stored-file.ts'
import { visibleText } from '../domain/text/visible-text.ts'
import { ArrivedFile } from '../files/arrived-file.server.ts'

const shortened = (max: number) => `Shorten this to ${max} characters or fewer`

/** Text without spaces around it. '' when the field is empty, has only invisible characters, or was not sent. */
export function typedText(max: number) {
  return z
    .string()
    .transform(visibleText)
    .pipe(z.string().max(max, shortened(max)))
    .default('')
}

/** Text that must not be empty; `missing` is the message. */
export function neededText(max: number, missing: string) {
  return z
    .string({ error: missing })
    .transform(visibleText)
    .pipe(z.string().min(1, missing).max(max, shortened(max)))
}

const LONGEST_EMAIL = 254

/** An e-mail address that must not be empty. */
export function neededEmail(missing: string, wrong = 'Enter an e-mail address, like name@example.com') {
  return neededText(LONGEST_EMAIL, missing).pipe(z.email(wrong))
}

export function typedEmail() {
  const wrong = 'Enter an e-mail address, like name@example.com, or leave it empty'
  return typedText(LONGEST_EMAIL).pipe(z.union([z.literal(''), z.email(wrong)], wrong))
}

/** A phone number, or ''. It may contain words or a second number. */
export function typedPhone() {
  return typedText(100).pipe(
    z.string().refine(holdsNumber, 'Enter a phone number, like 07700 900123, or leave it empty'),
  )
}

// National numbers without their prefix have at least seven digits. A duty desk's number may have six.
const FEWEST_DIGITS = 6

function holdsNumber(phone: string): boolean {
  return phone === '' || (phone.normalize('NFKC').match(/\p{Nd}/gu) ?? []).length >= FEWEST_DIGITS
}

function idsOf<Id extends string>(vocabulary: Readonly<Record<Id, unknown>>): [Id, ...Id[]] {
  return Object.keys(vocabulary) as [Id, ...Id[]]
}

/** An id of a vocabulary; `missing` is the message when none was chosen. */
export function choiceOf<Id extends string>(vocabulary: Readonly<Record<Id, unknown>>, missing: string) {
  return z.enum(idsOf(vocabulary), { error: missing })
}

/** An id of a vocabulary, or null when none was chosen. */
export function optionalChoiceOf<Id extends string>(vocabulary: Readonly<Record<Id, unknown>>) {
  const known = new Set<string>(idsOf(vocabulary))
  return z
    .string()
    .default('')
    .transform((chosen, context): Id | null => {
      if (chosen === '') return null
      if (known.has(chosen)) return chosen as Id
      context.addIssue({ code: 'custom', message: 'Choose one of the answers listed' })
      return z.NEVER
    })
}

/** A vocabulary for questions with the answers yes and no. */
export const YES_NO = { yes: true, no: true } as const

/** Any number of ids of a vocabulary. */
export function choicesOf<Id extends string>(vocabulary: Readonly<Record<Id, unknown>>) {
  return choicesAmong(idsOf(vocabulary))
}

/** Any number of these ids. */
export function choicesAmong<Id extends string>(ids: readonly Id[]) {
  return z.array(z.enum(ids, { error: 'Choose from the answers listed' })).default([])
}

/** A file that must be chosen. `readForm` reads the file for a field made here. */
export function neededFile(missing: string) {
  return z.custom<File>((sent) => sent instanceof File && sent.size > 0, missing)
}

/** A file to be kept, read by `formAction` for a field named in its `uploads`. `missing` is the message without one. */
export function neededUpload(missing: string) {
  return typedUpload().transform((file, context): ArrivedFile => {
    if (file) return file
    context.addIssue({ code: 'custom', message: missing })
    return z.NEVER
  })
}

/** A file to be kept, or null. */
export function typedUpload() {
  return z.unknown().transform((sent, context): ArrivedFile | null => {
    if (sent instanceof ArrivedFile) return sent
    if (sent !== 'too-large' && sent !== 'empty') return null
    const message = sent === 'empty' ? EMPTY_FILE : LARGE_FILE
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })
}

const EMPTY_FILE = 'This file is empty. Choose another file'
const LARGE_FILE = `Choose a file of ${LARGEST_FILE_WORDS} or less`

export function tickedBox() {
  return z
    .string()
    .default('')
    .transform((value) => value === 'yes')
}

/** Of every form that keeps a draft, which `DraftedForm` sends along. */
export const draftEntries = {
  /** The same from the first letter typed to the form that is saved, however often it is refused in between. */
  draftId: typedText(40),
}
