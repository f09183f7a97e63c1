import { randomUUID } from 'node:crypto'
import { eq, isNotNull, ne } from 'drizzle-orm'
import type { z } from 'zod'
import { invitationSecrets } from '../../app/access/invitation-token.server.ts'
import { type Asking, STAFF_ROLES, type StaffRole } from '../../app/domain/partnership/actor.ts'
import { emailKeyOf } from '../../app/domain/text/email-key.ts'
import { addAgency } from '../../app/features/agencies/add-agency.server.ts'
import { newAgencyInput } from '../../app/features/agencies/agency-input.server.ts'
import { type InviteStaffInput, inviteStaff, inviteStaffInput } from '../../app/features/staff/invite-staff.server.ts'
import { sendNewLink } from '../../app/features/staff/send-new-link.server.ts'
import { asActor } from '../../db/as-actor.ts'
import { Obstacle } from '../../db/obstacle.ts'
import { invitation, staff } from '../../db/schema/staff.ts'
import { asOperator, type Operator } from './as-operator.ts'
import { findAgencyByName } from './find-agency.ts'

type Options = Record<string, string | boolean | undefined>
/** Ends the command with exit code 2 for wrong arguments. */
type Complain = (message: string) => never

const REFUSALS: Record<string, string> = {
  'known-already': 'Someone in this agency already has that address. Make a new link on their page under People.',
  'name-taken': 'There is already an agency with that name.',
  'initials-taken': 'Another agency uses these initials. Choose different ones.',
  wait: 'Too many invitations were sent in a short time. Wait an hour.',
}

interface InvitationResult {
  agencyId: string
  staffId: string
  /** Only for the first person of an empty portal. Null when the link goes out by mail. */
  link: string | null
  until: string
}

/** `accord staff invite`: runs the use case of the page with the permissions of the portal's administrator. */
export async function inviteByCommand(options: Options, complain: Complain): Promise<void> {
  const { agency: wanted, name, email, role } = options
  const person = parse(inviteStaffInput.omit({ agencyId: true }), { name, email, role }, complain)
  const result = await asOperator(async (operator): Promise<InvitationResult> => {
    const agencyId = (await findAgencyByName(operator, String(wanted))) ?? (await addFirst(operator, options, complain))
    const asking = { actor: operator.in(agencyId), now: operator.now, key: randomUUID() }
    const invited = await inviteOrRenew(asking, { ...person, agencyId })
    const { staffId, invitationId } = invited
    const until = new Date(operator.now.getTime() + 7 * 86_400_000).toISOString()
    const link = (await isOnlyPerson(asking, staffId)) ? invitationSecrets(invitationId).link : null
    return { agencyId, staffId, link, until }
  })
  process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : inWords(person, result))
}

/** If the portal's only person has an expired link, no colleague can renew it, so the operator's command does. */
async function inviteOrRenew(asking: Asking, person: InviteStaffInput) {
  const invited = await inviteStaff(asking, person)
  if (invited.ok) return invited.value
  const known = invited.refusal.kind === 'known-already' ? await findPersonByEmail(asking, person.email) : undefined
  if (known && (await isOnlyPerson(asking, known))) {
    const renewed = await sendNewLink({ ...asking, key: randomUUID() }, { staffId: known })
    if (renewed.ok) return renewed.value
  }
  throw new Obstacle(REFUSALS[invited.refusal.kind] ?? invited.refusal.kind)
}

async function findPersonByEmail({ actor }: Asking, email: string): Promise<string | undefined> {
  const one = eq(staff.emailKey, emailKeyOf(email))
  const [row] = await asActor(actor, (tx) => tx.select({ staffId: staff.staffId }).from(staff).where(one))
  return row?.staffId
}

/**
 * Whether this is the portal's only person and has not joined. Only then is a link printed: a person with two links
 * could decide alone what two people must decide.
 */
function isOnlyPerson({ actor }: Asking, staffId: string): Promise<boolean> {
  return asActor(actor, async (tx) => {
    const others = await tx.select({ staffId: staff.staffId }).from(staff).where(ne(staff.staffId, staffId)).limit(1)
    const used = await tx
      .select({ staffId: invitation.staffId })
      .from(invitation)
      .where(isNotNull(invitation.usedAt))
      .limit(1)
    return others.length === 0 && used.length === 0
  })
}

async function addFirst({ in: operatorIn, now }: Operator, options: Options, complain: Complain): Promise<string> {
  const { agency: name, newAgency: kind, initials, dutyEmail } = options
  if (!kind)
    throw new Obstacle(`There is no agency ${JSON.stringify(name)}: write its name or initials, or add --new-agency.`)
  const input = parse(newAgencyInput, { name, kind, initials, dutyEmail }, complain)
  // In an empty portal, the event that adds the agency is the first in that agency's own log.
  const agencyId = randomUUID()
  const added = await addAgency({ actor: operatorIn(agencyId), now, key: randomUUID() }, input, agencyId)
  if (!added.ok) throw new Obstacle(REFUSALS[added.refusal.kind] ?? added.refusal.kind)
  return agencyId
}

function parse<Schema extends z.ZodType>(schema: Schema, input: unknown, complain: Complain): z.output<Schema> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  return complain(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}.`).join('\n'))
}

function inWords(
  { name, email, role }: { name: string; email: string; role: StaffRole },
  { link, until }: InvitationResult,
) {
  const invited = `${name} is invited as ${STAFF_ROLES[role].label.toLowerCase()}.`
  return link === null
    ? `${invited} The link is sent by mail to ${email} and works once, until ${until}.\n`
    : `${invited} The link works once, until ${until}:\n${link}\n`
}
