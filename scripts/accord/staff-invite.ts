import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { invitationSecrets } from '../../app/access/invitation-token.server.ts'
import { STAFF_ROLES, type StaffRole } from '../../app/domain/actor.ts'
import { addAgency } from '../../app/features/agencies/add-agency.server.ts'
import { newAgencyFields } from '../../app/features/agencies/agency-fields.server.ts'
import { inviteStaff, inviteStaffFields } from '../../app/features/staff/invite-staff.server.ts'
import { Obstacle } from '../../db/obstacle.ts'
import { asOperator, type Operator } from './as-operator.ts'
import { findAgency } from './find-agency.ts'

type Options = Record<string, string | boolean | undefined>
/** Ends the command with exit code 2: it was asked wrongly. */
type Complain = (message: string) => never

const REFUSALS: Record<string, string> = {
  'known-already': 'Somebody of this agency has that address already: make a new link on their page under People.',
  'name-taken': 'An agency of that name is in the partnership already.',
  'initials-taken': 'Another agency has these initials: choose others.',
  wait: 'Many invitations have gone out in a short time: wait an hour.',
}

/** `accord staff invite`: the same use case as the page, with the permissions of the portal's administrator. */
export async function inviteByCommand(options: Options, complain: Complain): Promise<void> {
  const { agency: wanted, name, email, role } = options
  const person = parse(inviteStaffFields.omit({ agencyId: true }), { name, email, role }, complain)
  const told = await asOperator(async (operator) => {
    const agencyId = (await findAgency(operator, String(wanted))) ?? (await addFirst(operator, options, complain))
    const asking = { actor: operator.in(agencyId), now: operator.now, key: randomUUID() }
    const invited = await inviteStaff(asking, { ...person, agencyId })
    if (!invited.ok) throw new Obstacle(REFUSALS[invited.refusal.kind] ?? invited.refusal.kind)
    const { staffId, invitationId } = invited.value
    const until = new Date(operator.now.getTime() + 7 * 86_400_000).toISOString()
    return { agencyId, staffId, link: invitationSecrets(invitationId).link, until }
  })
  process.stdout.write(options.json ? `${JSON.stringify(told)}\n` : inWords(person, told))
}

async function addFirst({ in: operatorIn, now }: Operator, options: Options, complain: Complain): Promise<string> {
  const { agency: name, newAgency: kind, initials, dutyEmail } = options
  if (!kind)
    throw new Obstacle(`There is no agency ${JSON.stringify(name)}: write its name or initials, or add --new-agency.`)
  const input = parse(newAgencyFields, { name, kind, initials, dutyEmail }, complain)
  // The agency's own log begins with its being added: there is no other to write to in an empty portal.
  const agencyId = randomUUID()
  const added = await addAgency({ actor: operatorIn(agencyId), now, key: randomUUID() }, input, agencyId)
  if (!added.ok) throw new Obstacle(REFUSALS[added.refusal.kind] ?? added.refusal.kind)
  return agencyId
}

function parse<Schema extends z.ZodType>(schema: Schema, given: unknown, complain: Complain): z.output<Schema> {
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  return complain(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}.`).join('\n'))
}

function inWords({ name, role }: { name: string; role: StaffRole }, { link, until }: { link: string; until: string }) {
  return `${name} is invited as ${STAFF_ROLES[role].label.toLowerCase()}. The link works once, until ${until}:\n${link}\n`
}
