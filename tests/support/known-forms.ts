import { formsOf, type PageForm } from './browser/page-forms.ts'
import { inParallel } from './browser/visitor.ts'
import type { VisitorName, WholePortal } from './browser/whole-portal.ts'
import { routeOf } from './manifest.ts'

export interface KnownForm extends PageForm {
  /** The route that takes it. */
  routeId: string
  visitor: VisitorName
}

/** No page shows these as a form: the page's own script sends them. Fields of the form they go with. */
const SENT_BY_SCRIPT: Record<string, string> = {
  'routes/draft': 'routes/cases/reports/new-report',
  'routes/sign-in/stay-signed-in': 'routes/sign-in/sign-out',
  'routes/not-found': 'routes/sign-in/sign-out',
  // Shown only while no rules wait for a second person, as some do here.
  'routes/map/releases/propose-rules': 'routes/map/releases/decide-rules',
}

/** What such an address needs to name something. */
const ITS_QUERY: Record<string, string> = { 'routes/draft': '?form=report' }

/** Where each visitor finds forms of a kind that others do not; who works with cases looks everywhere. */
const LOOKS: Partial<Record<VisitorName, RegExp>> = {
  worker: /./,
  manager: /./,
  coordinator: /^\/map/,
  cohesionOfficer: /^\/(awareness|tension)/,
  administrator: /^\/(agencies|staff|settings)/,
  nobody: /^\/(sign-in|invitation)/,
  codeOwed: /^\/sign-in/,
  factorOwed: /^\/sign-in/,
}

export interface KnownForms {
  forms: KnownForm[]
  /** Every form on every page, also those that only look for something. */
  all: PageForm[]
  /** Routes whose address, with ids of one's own, showed something. */
  reached: Set<string>
}

/** Every form on every page of one's own, as each visitor finds it, once for each route and visitor. */
export async function collectForms(portal: WholePortal): Promise<KnownForms> {
  const { routes, visitors, ownAddresses } = portal
  const looks = (Object.entries(LOOKS) as [VisitorName, RegExp][]).flatMap(([visitor, where]) =>
    routes
      .filter(({ pattern }) => where.test(pattern))
      .flatMap((route) => ownAddresses(route).map((address) => ({ visitor, route, address }))),
  )
  const reached = new Set<string>()
  const found = await inParallel(looks, async ({ visitor, route, address }) => {
    const { status, body } = await visitors[visitor].ask(address)
    if (status < 400) reached.add(route.id)
    return status === 200 ? formsOf(body, address).map((form) => ({ ...form, visitor })) : []
  })
  const forms = new Map<string, KnownForm>()
  for (const form of found.flat()) {
    const routeId = routeOf(routes, form.address)?.id
    if (form.method !== 'post' || !routeId) continue
    const known = forms.get(`${routeId} ${form.visitor}`)
    if (!known || form.fields.length > known.fields.length)
      forms.set(`${routeId} ${form.visitor}`, { ...form, routeId })
  }
  return { forms: [...forms.values(), ...scriptForms(portal, [...forms.values()])], all: found.flat(), reached }
}

function scriptForms({ routes, ownAddresses }: WholePortal, forms: KnownForm[]): KnownForm[] {
  return routes.flatMap((route) => {
    const like = forms.find((form) => form.routeId === SENT_BY_SCRIPT[route.id])
    const [address] = ownAddresses(route)
    return like && address ? [{ ...like, routeId: route.id, address: address + (ITS_QUERY[route.id] ?? '') }] : []
  })
}
