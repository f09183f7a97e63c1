import { eq } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'
import { agency } from '../../../../db/schema/agency.ts'
import { ownName } from '../../../access/own-name.server.ts'
import { writePdf } from '../../../documents/write-pdf.server.ts'
import type { Actor, Reading } from '../../../domain/partnership/actor.ts'
import { londonDayOf } from '../../../domain/time/calendar-day.ts'
import { openCase } from '../file/read-case.server.ts'
import { readCaseStandard } from './read-case-standard.server.ts'
import { standardPaper } from './standard-paper.ts'

/** The standard on a case as a tagged PDF; null if the case is not the agency’s. Opening it is an event of the case. */
export async function makeStandardPdf(
  reading: Reading,
  caseId: string,
): Promise<{ reference: string; pdf: Uint8Array<ArrayBuffer> } | null> {
  const { actor, now } = reading
  const opened = await openCase(reading, caseId, async (tx, view) => ({
    sections: await readCaseStandard(tx, reading, view),
    ...(await readPrinter(tx, actor)),
  }))
  if (!opened) return null
  const { view, part } = opened
  const { reference } = view
  const paper = standardPaper({ ...part, reference, madeOn: londonDayOf(now) }, part.sections)
  return { reference, pdf: await writePdf(paper) }
}

async function readPrinter(tx: Tx, actor: Actor) {
  const [printedBy, [own]] = await Promise.all([
    ownName(tx, actor),
    tx.select({ name: agency.name }).from(agency).where(eq(agency.agencyId, actor.agencyId)),
  ])
  return { printedBy, agencyName: own?.name ?? '' }
}
