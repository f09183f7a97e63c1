import type { LoaderFunctionArgs } from '@remix-run/node'
import { sendFile } from '../../../features/evidence/send-file.server.ts'

/** The file as it arrived, to be saved and never shown. */
export const loader = (args: LoaderFunctionArgs) => sendFile(args, 'original')
