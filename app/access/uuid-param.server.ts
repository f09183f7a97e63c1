import { z } from 'zod'
import { orNotFound } from './require.server.ts'

/**
 * An id in the address of a page. A malformed one names nothing, as an unknown one does.
 * @throws Response 404
 */
export function uuidParam(value: string | undefined): string {
  return orNotFound(z.guid().safeParse(value).data?.toLowerCase())
}
