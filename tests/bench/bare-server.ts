import { createServer } from 'node:http'
import postgres from 'postgres'
import type { Statement } from './bench-server.ts'

/** What the portal is measured against: the same statement behind node:http, without anything else. */
const { text, params }: Statement = JSON.parse(process.env.BARE_STATEMENT ?? '{}')
const sql = postgres(process.env.BARE_DATABASE_URL ?? '', { max: 10, onnotice: () => {} })

createServer(async (req, res) => {
  if (req.url === '/healthz') return res.end('alive')
  const rows = await sql.unsafe(text, params as never[], { prepare: true })
  const body = JSON.stringify(rows)
  res.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }).end(body)
}).listen(Number(process.env.PORT), '127.0.0.1')
