import type { ActionFunctionArgs } from '@remix-run/node'
import { and, eq } from 'drizzle-orm'
import { asActor } from '../../../db/as-actor.ts'
import { caseFile } from '../../../db/schema/case-file.ts'
import { ifMay } from '../../access/ability.ts'
import { orNotFound, requireCasework, uuidParam } from '../../access/require.server.ts'

/** Who may change this case, otherwise 404: a form that only adds a row is answered before any use case. */
export async function requireCaseToPlan(args: ActionFunctionArgs) {
  const asker = await requireCasework(args)
  const { actor } = asker
  const caseId = uuidParam(args.params.caseId)
  const [row] = await asActor(actor, (tx) =>
    tx
      .select()
      .from(caseFile)
      .where(and(eq(caseFile.agencyId, actor.agencyId), eq(caseFile.caseId, caseId))),
  )
  orNotFound(ifMay(actor, 'update', 'caseFile', row))
  return asker
}
