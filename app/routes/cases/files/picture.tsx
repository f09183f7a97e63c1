import type { LoaderFunctionArgs } from '@remix-run/node'
import { sendFile } from '../../../features/evidence/send-file.server.ts'

/** The picture that the portal drew again, for the page about the file. */
export const loader = (args: LoaderFunctionArgs) => sendFile(args, 'picture')
