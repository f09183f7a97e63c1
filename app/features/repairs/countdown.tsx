import { lineBesideTag } from '../../ui/line-beside-tag.ts'
import { StatusTag } from '../../ui/tag.tsx'
import type { Countdown } from './read-repair.server.ts'

/** How long is left, or how it ended. Made on the server, so that it needs no script and is right when printed. */
export function CountdownWords({ countdown: { status, words } }: { countdown: Countdown }) {
  return (
    <>
      <StatusTag status={status} /> {lineBesideTag(status, words)}
    </>
  )
}
