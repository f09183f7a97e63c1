import type postgres from 'postgres'
import { type Cell, cellOf, cellsIn, FINEST, ringAround, WIDEST, widen } from '../../app/domain/hotspots/map/cell.ts'
import { BENCH_ID } from './fill-partnership.ts'

const AGENCIES = 20
const QUARTERS = 12
const MIDDLE: Cell = widen(cellOf({ lat: 53.41, lng: -2.95 }), WIDEST)

/** A city region and the country around it: 2,401 of the finest hexagons. */
export const REGION: Cell[] = [MIDDLE, ...ringAround(MIDDLE)]

/**
 * So many counted incidents of twenty agencies over the twelve quarters of 2024 to 2026: most in few hexagons, one in
 * six online or nowhere, 18 in 100 of a client there was before, a third with a crime, a tenth of those held by two.
 */
export async function fillIncidents(admin: postgres.Sql, incidents: number): Promise<void> {
  const cells = REGION.flatMap((block) => cellsIn(block, FINEST)).map((cell) => BigInt(`0x${cell}`).toString())
  await admin.begin(async (sql) => {
    await sql`set local session_replication_role = replica`
    await sql`set local synchronous_commit = off`
    await sql.unsafe(BENCH_ID)
    await sql`
      insert into agency (agency_id, kind, name, initials, duty_email, investigates, strands, purposes)
      select pg_temp.bench_id('agency' || a), 'victim_support', 'Agency ' || a, 'A' || a, 'duty' || a || '@example.org', true, '{race}', '{support}'
      from generate_series(0, ${AGENCIES - 1}) a`
    await sql`select setseed(0.5)`
    await sql`
      insert into counted_incident (agency_id, incident_id, recorded_at, cell, online, person, strand, crime_key)
      select (select array_agg(pg_temp.bench_id('agency' || a) order by a) from generate_series(0, ${AGENCIES - 1}) a)[1 + n % ${AGENCIES}],
        lpad(to_hex(n), 32, '0')::uuid,
        timestamptz '2024-01-01 00:00Z' + (n - 1) / ${incidents}::float8 * ${QUARTERS} * interval '91 days',
        case when n % 6 > 0 then (${cells}::bigint[])[1 + floor(${cells.length} * power(random(), 3))::integer] end, n % 12 = 0,
        hashint8extended(case when random() < 0.18 then n - ${AGENCIES} * ceil(1000 * random())::bigint else n end, 1) & 9007199254740991,
        ('{race,race,race,race,race,sexual_orientation,disability,religion,transgender}'::text[])[1 + n / 7 % 9],
        case when n % 30 = 0 then hashint8extended(n - 3, 2) & 9007199254740991
          when n % 3 = 0 then hashint8extended(n, 2) & 9007199254740991 end
      from generate_series(1::bigint, ${incidents}) n`
  })
  await admin.unsafe('vacuum analyze counted_incident, agency')
}
