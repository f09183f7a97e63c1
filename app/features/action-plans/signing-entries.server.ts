import { z } from 'zod'
import { CLIENT_SIGNING_WAYS, PLAN_PARTIES, SIGNING_WAYS, type SigningWay } from '../../domain/plans/plan-signature.ts'
import { typedInstantField } from '../../forms/date-fields.server.ts'
import { choiceOf, tickedBox, typedText, typedUpload } from '../../forms/form-fields.server.ts'
import type { FieldError } from '../../forms/form-state.ts'

/** A signature of a few hundred strokes; more is not a signature. */
const LONGEST_DRAWING = 20_000

/** The path of an SVG with straight strokes in whole points, and nothing else that a browser would read. */
const DRAWING = /^M\d{1,4} \d{1,4}( ?[ML]\d{1,4} \d{1,4})+$/

export const signPlanInput = z.object({
  party: choiceOf(PLAN_PARTIES, 'Choose who signs'),
  way: choiceOf(SIGNING_WAYS, 'Choose how the client signs'),
  fingerprint: typedText(64),
  /** Ticked, so that a stray Enter signs nothing. Both forms may be on one page: each has a box of its own. */
  agrees: tickedBox(),
  agencySigns: tickedBox(),
  signedName: typedText(200),
  drawing: typedText(LONGEST_DRAWING).pipe(
    z.string().refine((path) => path === '' || DRAWING.test(path), 'This signature cannot be read. Sign again'),
  ),
  signedAt: typedInstantField('recorded'),
  language: typedText(100),
  interpreter: typedText(200),
  witness: typedText(200),
  reason: typedText(500),
  refusalReason: typedText(500),
  paper: typedUpload(),
})

type SigningFields = z.output<typeof signPlanInput>
export type SignPlanInput = SigningFields & { caseId: string }

/** What each way of signing needs; `field` is where the message stands. */
const NEEDS: Record<SigningWay, (given: Partial<SigningFields>) => FieldError[]> = {
  typed: ({ signedName, agrees }) => [
    ...missing(signedName === '', 'signedName', 'Enter the client’s name'),
    ...missing(agrees === false, 'agrees', 'The client must tick that they agree'),
  ],
  drawn: ({ drawing }) => missing(drawing === '', 'drawing', 'The client must sign in the box'),
  said_aloud: ({ language, reason }) => [
    ...missing(language === '', 'language', 'Enter the language in which you read the plan aloud'),
    ...missing(reason === '', 'reason', 'Enter why the client says it aloud'),
  ],
  paper: ({ paper }) => missing(paper === null, 'paper', 'Choose a photo or scan of the signed paper'),
  refused: ({ refusalReason }) => missing(refusalReason === '', 'refusalReason', 'Enter why the client does not sign'),
  as_staff: ({ agencySigns }) => missing(agencySigns === false, 'agencySigns', 'Tick that you sign for your agency'),
}

function missing(isMissing: boolean, field: string, message: string): FieldError[] {
  return isMissing ? [{ field, message }] : []
}

/** What is missing for the chosen way. A field that is not sound has its own message and is left out here. */
export function checkSigningFields(sound: Partial<SigningFields>): FieldError[] {
  const { party, way } = sound
  if (!way || !party) return []
  if (SIGNING_WAYS[way].by !== party) return [{ field: 'way', message: 'Choose how the client signs' }]
  return NEEDS[way](sound)
}

/** The ways to offer to the client, in words. */
export function signingChoices() {
  return CLIENT_SIGNING_WAYS.map((way) => ({ way, label: SIGNING_WAYS[way].label, hint: SIGNING_WAYS[way].hint }))
}
