import { syntheticQuarter } from '../../../app/demo/synthetic-incidents.ts'
import { FIRST_RULES } from '../../../app/domain/hotspots/release/release-rules.ts'
import { toDay } from '../../../app/domain/time/calendar-day.ts'
import { makeCalendarAddress } from '../../../app/features/awareness/calendar/make-calendar-address.server.ts'
import { cancelEvent } from '../../../app/features/awareness/cancel-event.server.ts'
import { editEvent } from '../../../app/features/awareness/edit-event.server.ts'
import { holdEvent } from '../../../app/features/awareness/hold-event.server.ts'
import { answerInvitation } from '../../../app/features/awareness/invitations/answer-invitation.server.ts'
import { invitePartners } from '../../../app/features/awareness/invitations/invite-partners.server.ts'
import { planEvent } from '../../../app/features/awareness/plan-event.server.ts'
import { planInput } from '../../../app/features/awareness/plan-input.server.ts'
import { importIncidents } from '../../../app/features/hotspots/imports/import-incidents.server.ts'
import { protectPlace, protectPlaceInput } from '../../../app/features/hotspots/places/protect-place.server.ts'
import { releasePlace } from '../../../app/features/hotspots/places/release-place.server.ts'
import { askRelease } from '../../../app/features/hotspots/releases/ask-release.server.ts'
import { buildAskedReleases } from '../../../app/features/hotspots/releases/build-asked-releases.server.ts'
import { decideRelease } from '../../../app/features/hotspots/releases/decide-release.server.ts'
import { proposeRelease } from '../../../app/features/hotspots/releases/propose-release.server.ts'
import { decideRules } from '../../../app/features/hotspots/rules/decide-rules.server.ts'
import { proposeRules } from '../../../app/features/hotspots/rules/propose-rules.server.ts'
import { deleteNote } from '../../../app/features/tension/delete-note.server.ts'
import { writeTensionNote } from '../../../app/features/tension/write-note.server.ts'
import { allowed } from '../../support/cases.ts'
import { incidentFile, incidentLine, inPieces } from '../../support/csv.ts'
import { asWorker, countIncidents } from '../../support/hotspots/releases.ts'
import type { Partners } from '../../support/referrals.ts'
import { asking, type World } from '../../support/world.ts'
import { type Doors, door } from './door.ts'

const ON_THE_DAY = new Date('2026-12-05T18:00:00Z')
const PLAN = planInput.parse({
  title: 'Stall at the market',
  kind: 'stall',
  venue: 'Market square',
  heldOn: '2026-12-05',
  ward: 'Speke',
})
const NOTE = { ward: 'Toxteth', grade: 'potential', note: 'Rumours of a march.', nobodyNamed: false } as const
const STRICTER = { ...FIRST_RULES, incidents: 20, reason: 'The city is quieter now.' }

/** The map, its rules and releases, awareness work, and tension notes. */
export async function mapDoors(world: World, { sender, recipient, recipientManager }: Partners): Promise<Doors> {
  const coordinator = await world.staff(sender, 'coordinator')
  const approver = await world.staff(recipient, 'coordinator')

  async function planned() {
    return allowed(await planEvent(asking(coordinator), PLAN)).eventId
  }
  const ofEvent = (
    table: 'awarenessEvent' | 'awarenessPartner',
    use: (form: Parameters<typeof cancelEvent>[0], eventId: string) => Promise<object>,
  ) =>
    door(table, table === 'awarenessEvent' ? 'update' : 'insert', coordinator, async () => {
      const eventId = await planned()
      return (form) => use(form, eventId)
    })

  async function builtRelease(period: string, quarter: number) {
    const incidents = syntheticQuarter({ quarter, quarters: 8, incidents: 900, agencies: 2 })
    await countIncidents(coordinator, [sender.agencyId, recipient.agencyId], { period, incidents })
    const { releaseId } = allowed(await askRelease(asking(coordinator), { period }))
    await asWorker(world, buildAskedReleases)
    return releaseId
  }

  return {
    'awareness/calendar/make-calendar-address': door('calendarFeed', 'insert', coordinator, async () => {
      return (form) => makeCalendarAddress(form)
    }),
    'awareness/plan-event': door('awarenessEvent', 'insert', coordinator, async () => (form) => planEvent(form, PLAN)),
    'awareness/edit-event': ofEvent('awarenessEvent', async (form, eventId) => {
      const [row] = await world.admin`select changed_at from awareness_event where event_id = ${eventId}`
      return editEvent(form, { ...PLAN, title: 'Stall', eventId, seenAt: row?.changed_at.toISOString() })
    }),
    'awareness/hold-event': ofEvent('awarenessEvent', (form, eventId) => {
      const went = { attendance: 80, materials: '', followUp: '', nobodyNamed: false }
      return holdEvent({ ...form, now: ON_THE_DAY }, { eventId, ...went })
    }),
    'awareness/cancel-event': ofEvent('awarenessEvent', (form, eventId) => cancelEvent(form, { eventId })),
    'awareness/invitations/invite-partners': ofEvent('awarenessPartner', (form, eventId) =>
      invitePartners(form, { eventId, partnerAgencyIds: [recipient.agencyId] }),
    ),
    'awareness/invitations/answer-invitation': door('awarenessPartner', 'update', recipientManager, async () => {
      const eventId = await planned()
      const partners = { eventId, partnerAgencyIds: [recipient.agencyId] }
      allowed(await invitePartners(asking(coordinator), partners))
      return (form) => answerInvitation(form, { eventId, answer: 'accepted', note: '', nobodyNamed: false })
    }),
    'hotspots/imports/import-incidents': door('incidentImport', 'insert', coordinator, async () => {
      const { agencyId } = await world.agency()
      const file = incidentFile([incidentLine()])
      return (form) => importIncidents(form, { agencyId, source: inPieces(file), dryRun: false })
    }),
    'hotspots/places/protect-place': door('protectedPlace', 'insert', coordinator, async () => {
      return (form) => protectPlace(form, protectPlaceInput.parse({ reason: 'A refuge', ward: 'Speke' }))
    }),
    'hotspots/places/release-place': door('protectedPlace', 'update', coordinator, async () => {
      const place = protectPlaceInput.parse({ reason: 'A refuge', ward: 'Speke' })
      const { placeId } = allowed(await protectPlace(asking(coordinator), place))
      return (form) => releasePlace(form, { placeId })
    }),
    'hotspots/releases/ask-release': door('hotspotDraft', 'insert', coordinator, async () => {
      return (form) => askRelease(form, { period: '2026-Q3' })
    }),
    'hotspots/releases/propose-release': door('hotspotDraft', 'update', coordinator, async () => {
      const releaseId = await builtRelease('2026-Q1', 6)
      return (form) => proposeRelease(form, { releaseId })
    }),
    'hotspots/releases/decide-release': door('hotspotDraft', 'update', approver, async () => {
      const releaseId = await builtRelease('2026-Q2', 7)
      allowed(await proposeRelease(asking(coordinator), { releaseId }))
      return (form) => decideRelease(form, { releaseId, decision: 'refuse', note: 'Not yet.' })
    }),
    'hotspots/rules/propose-rules': door('releaseRule', 'insert', coordinator, async () => {
      return (form) => proposeRules(form, STRICTER)
    }),
    'hotspots/rules/decide-rules': door('releaseRule', 'update', approver, async () => {
      const [open] = await world.admin`select version from release_rule where state = 'proposed'`
      const version = open?.version ?? allowed(await proposeRules(asking(coordinator), STRICTER)).version
      return (form) => decideRules(form, { version, decision: 'refused' })
    }),
    'tension/write-note': door('tensionNote', 'insert', coordinator, async () => {
      return (form) => writeTensionNote(form, { ...NOTE, strands: ['race'], expiresOn: toDay('2026-12-23') })
    }),
    'tension/delete-note': door('tensionNote', 'delete', coordinator, async () => {
      const note = { ...NOTE, strands: ['race' as const], expiresOn: null }
      const { noteId } = allowed(await writeTensionNote(asking(coordinator), note))
      return (form) => deleteNote(form, { noteId })
    }),
  }
}
