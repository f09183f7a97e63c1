import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { readManifest } from './manifest.ts'

const CLIENT = fileURLToPath(new URL('../../build/client/', import.meta.url))

/** Bytes of JavaScript, as gzip, that each page of the build loads; the largest first. */
export function pageScripts(): { route: string; bytes: number }[] {
  const { entry, routes } = readManifest()
  const filesOf = (routeId: string): string[] => {
    const route = routes[routeId]
    if (!route) return []
    return [route.module, ...(route.imports ?? []), ...(route.parentId ? filesOf(route.parentId) : [])]
  }
  const bytesOf = (routeId: string) => {
    const files = new Set([entry.module, ...entry.imports, ...filesOf(routeId)])
    // Fetched once a form has been refused, or where one answer reveals a further question.
    if (routes[routeId]?.hasAction) for (const file of behaviour()) files.add(file)
    return [...files].reduce((sum, file) => sum + gzipped(file), 0)
  }
  return Object.keys(routes)
    .map((route) => ({ route, bytes: bytesOf(route) }))
    .sort((a, b) => b.bytes - a.bytes)
}

function behaviour(): string[] {
  const found = globSync('assets/behaviour-*.js', { cwd: CLIENT })
  if (found.length === 0) throw new Error('The behaviour of forms is not where it was.')
  return found.map((file) => `/${file}`)
}

function gzipped(file: string) {
  return gzipSync(readFileSync(CLIENT + file.slice(1)), { level: 9 }).length
}
