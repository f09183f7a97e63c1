import { environment } from '../app/access/environment.server.ts'
import { demoSignIns, loadDemo } from '../app/demo/load-demo.ts'
import { explainDatabaseError } from '../db/database-error.ts'
import { runOrHalt } from './say.ts'

/** A process of its own that the demo starts. It prints the demo's people; with `load` it first loads their stories. */
await runOrHalt(async () => {
  const { appDatabaseUrl: appUrl, workerDatabaseUrl: workerUrl, secret } = environment()
  if (process.argv.includes('load')) {
    await loadDemo({ appUrl, workerUrl, secret, now: new Date() }).catch((error: unknown) => {
      throw explainDatabaseError(error, appUrl)
    })
  }
  process.send?.(demoSignIns(), () => process.exit(0))
})
