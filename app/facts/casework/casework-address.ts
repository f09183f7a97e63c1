import { PAGES } from '../../routes.ts'

/** An address of a page of casework; empty where the page does not exist. */
export function caseworkHref(pattern: string, params: Readonly<Record<string, string>>): string {
  if (!(pattern in PAGES)) return ''
  return pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
}
