import { existsSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

interface Manifest {
  entry: { module: string; imports: string[] }
  routes: Record<string, { id: string; parentId?: string; module: string; imports?: string[] }>
}

/** Bytes of JavaScript, as gzip, that each page of the build loads, the largest first. */
export async function pageScripts(): Promise<{ route: string; bytes: number }[]> {
  const { assets }: { assets: Manifest } = await import(new URL('../../build/server/index.js', import.meta.url).href)
  const pages = Object.values(assets.routes).map((route) => ({ route: route.id, bytes: bytesOf(assets, route.id) }))
  return pages.sort((a, b) => b.bytes - a.bytes)
}

function bytesOf({ entry, routes }: Manifest, routeId: string) {
  const files = new Set([entry.module, ...entry.imports])
  for (let at = routes[routeId]; at; at = at.parentId ? routes[at.parentId] : undefined) {
    for (const file of [at.module, ...(at.imports ?? [])]) files.add(file)
  }
  return [...files].reduce((sum, file) => sum + gzipped(file), 0)
}

function gzipped(file: string) {
  const path = new URL(`../../build/client${file}`, import.meta.url)
  return existsSync(path) ? gzipSync(readFileSync(path), { level: 9 }).length : 0
}
