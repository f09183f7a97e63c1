import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export interface PortalRoute {
  /** As Remix names it, such as routes/cases/allocate. */
  id: string
  /** Its address, such as /cases/:caseId/allocate. */
  pattern: string
  params: string[]
  hasAction: boolean
}

interface ManifestEntry {
  id: string
  module: string
  imports?: string[]
  parentId?: string
  path?: string
  index?: boolean
  hasAction: boolean
}

interface Manifest {
  entry: { module: string; imports: string[] }
  routes: Record<string, ManifestEntry>
}

/** What the build tells a browser of all pages and their scripts. */
export function readManifest(): Manifest {
  const client = fileURLToPath(new URL('../../build/client/assets/', import.meta.url))
  const [file] = globSync('manifest-*.js', { cwd: client })
  if (!file) throw new Error('The portal is not built.')
  const text = readFileSync(client + file, 'utf8')
  return JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1))
}

/** Every address of the built portal, read from the manifest that the build made: no list is kept by hand. */
export function readRoutes(): PortalRoute[] {
  const { routes } = readManifest()
  const pathOf = ({ parentId, path = '' }: ManifestEntry): string => {
    const parent = parentId ? routes[parentId] : undefined
    // The table of addresses writes each from its first stroke on.
    return [parent ? pathOf(parent) : '', path.replace(/^\//, '')].filter(Boolean).join('/')
  }
  return Object.values(routes)
    .filter(({ id }) => id !== 'root')
    .map((route) => {
      const pattern = `/${pathOf(route)}`
      const params = [...pattern.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '')
      return { id: route.id, pattern, params, hasAction: route.hasAction }
    })
    .sort((a, b) => a.pattern.localeCompare(b.pattern))
}

/** The address with each parameter filled in; a splat gets a word. */
export function addressOf({ pattern }: PortalRoute, params: Record<string, string>): string {
  return pattern
    .replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? `no-${name}`))
    .replace('*', 'nothing-here')
}

/** The route that an address belongs to: the one with the most fixed words, as Remix ranks them. */
export function routeOf(routes: PortalRoute[], address: string): PortalRoute | undefined {
  const words = address.split('?', 1)[0]?.split('/') ?? []
  const fits = ({ pattern }: PortalRoute) => {
    const parts = pattern.split('/')
    return parts.length === words.length && parts.every((part, at) => part.startsWith(':') || part === words[at])
  }
  return routes.filter(fits).sort((a, b) => a.params.length - b.params.length)[0]
}
