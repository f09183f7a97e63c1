import { kindOf, type NotificationKind } from '../domain/notifications/notification.ts'

/** One notification in a mail: what happened, its reference, and the path of its page. */
export interface MailLine {
  kind: NotificationKind
  reference: string
  path: string
}

interface ToCompose {
  lines: readonly MailLine[]
  /** The public address of the portal, without a slash at the end. */
  origin: string
  /** Whether the mail goes to the agency's duty address instead of a person. */
  toDuty: boolean
}

/** Subject and text from references, fixed sentences and links, without anything that people typed. */
export function composeMail({ lines, origin, toDuty }: ToCompose): { subject: string; text: string } {
  const [first] = lines
  if (!first) throw new Error('A mail tells something.')
  const content = lines.length === 1 ? aboutOne(first, origin) : aboutSeveral(lines, origin)
  const text = [content.body, SIGN_IN, toDuty ? DUTY : chooser(origin), FROM].join('\n\n')
  return { subject: content.subject, text: `${text}\n` }
}

const SIGN_IN = 'You will be asked to sign in. Please answer in Accord: no one reads replies to this address.'
const DUTY = 'You get this at the duty address of your agency, which a manager can change in Accord.'
const FROM = 'Accord, the portal of the hate crime partnership'

function chooser(origin: string) {
  return `Choose your notifications: ${origin}/account/notifications`
}

function aboutOne({ kind, reference, path }: MailLine, origin: string) {
  const { subject, sentence } = kindOf(kind)
  return { subject: `${reference}: ${subject}`, body: `${reference}\n\n${sentence}\n\n${origin}${path}` }
}

function aboutSeveral(lines: readonly MailLine[], origin: string) {
  const kinds = [...new Set(lines.map(({ kind }) => kind))]
  const parts = kinds.map((kind) => {
    const ofKind = lines.filter((line) => line.kind === kind)
    return `${kindOf(kind).sentence}\n${ofKind.map(({ reference, path }) => `${reference}  ${origin}${path}`).join('\n')}`
  })
  return { subject: `Accord: ${lines.length} things to look at`, body: parts.join('\n\n') }
}
