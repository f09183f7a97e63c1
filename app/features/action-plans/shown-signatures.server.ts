import type { SigningWay } from '../../domain/plans/plan-signature.ts'
import type { PlanForPaper } from '../../facts/casework/plan-for-paper.server.ts'
import type { ShownSignature } from './shown-plan.ts'

const SIGNED: Readonly<Record<Exclude<SigningWay, 'as_staff' | 'refused'>, string>> = {
  typed: 'The client typed their name and agreed',
  drawn: 'The client signed on the screen',
  said_aloud: 'The client said yes aloud',
  paper: 'The client signed on paper',
}

type Signature = PlanForPaper['signatures'][number]

export function shownSignatures(signatures: readonly Signature[]): ShownSignature[] {
  return signatures.map((signature) => ({
    signatureId: signature.signatureId,
    title: titleOf(signature),
    at: signature.signedAt,
    lines: linesOf(signature),
    drawing: signature.drawing,
  }))
}

function titleOf({ party, way, signedName }: Signature): string {
  if (party === 'agency' || way === 'as_staff') return `${signedName} signed for the agency`
  if (way === 'refused') return 'The client did not want to sign'
  return SIGNED[way]
}

function linesOf({ party, signedName, language, interpreter, witness, reason, recordedByName, fileId }: Signature) {
  const lines: [label: string, value: string][] = [
    ['Name', party === 'client' ? signedName : ''],
    ['Read aloud in', language],
    ['Interpreter', interpreter],
    ['Witness', witness],
    ['Reason', reason],
    ['Signed paper', fileId ? 'kept in the files of the case' : ''],
    ['Recorded by', party === 'client' ? recordedByName : ''],
  ]
  return lines.filter(([, value]) => value !== '').map(([label, value]) => `${label}: ${value}`)
}
