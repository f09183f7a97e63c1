import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { readManifest } from './manifest.ts'

/** Bytes of JavaScript, as gzip, that each page of the build loads, the largest first. */
export function pageScripts(): { route: string; bytes: number }[] {
  const { entry, routes } = readManifest()
  const filesOf = (routeId: string): string[] => {
    const route = routes[routeId]
    if (!route) return []
    return [route.module, ...(route.imports ?? []), ...(route.parentId ? filesOf(route.parentId) : [])]
  }
  const bytesOf = (routeId: string) => {
    const files = new Set([entry.module, ...entry.imports, ...filesOf(routeId)])
    return [...files].reduce((sum, file) => sum + gzipped(file), 0)
  }
  return Object.keys(routes)
    .map((route) => ({ route, bytes: bytesOf(route) }))
    .sort((a, b) => b.bytes - a.bytes)
}

function gzipped(file: string) {
  return gzipSync(readFileSync(new URL(`../../build/client${file}`, import.meta.url)), { level: 9 }).length
}
