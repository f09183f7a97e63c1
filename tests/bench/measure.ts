import autocannon from 'autocannon'

const CONNECTIONS = 8
const ROUNDS = 3

interface Load {
  url: string
  cookie?: string
  seconds: number
}

/** Requests a second of each load, in turns, so that what else the machine does falls on all alike: the median round. */
export async function throughputs(loads: Load[]): Promise<number[]> {
  const rounds: number[][] = []
  for (const load of loads) await run({ ...load, seconds: 2 })
  for (let round = 0; round < ROUNDS; round++) {
    const figures: number[] = []
    for (const load of loads) figures.push(await run(load))
    rounds.push(figures)
  }
  return loads.map((_, at) => median(rounds.map((figures) => figures[at] ?? 0)))
}

async function run({ url, cookie, seconds }: Load): Promise<number> {
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    ...(cookie ? { headers: { cookie } } : {}),
  })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} answers that were not 2xx, ${result.errors} errors`)
  return result.requests.average
}

/** The milliseconds of one request after the other, the pages in turns. */
export async function latencies(urls: string[], cookies: string[], times: number): Promise<number[][]> {
  const figures: number[][] = urls.map(() => [])
  for (let turn = 0; turn < times; turn++) {
    for (const [at, url] of urls.entries()) {
      const startedAt = performance.now()
      const answer = await fetch(url, { headers: { cookie: cookies[at] ?? '' }, redirect: 'manual' })
      await answer.arrayBuffer()
      if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`)
      // The first tenth warms caches and plans.
      if (turn >= times / 10) figures[at]?.push(performance.now() - startedAt)
    }
  }
  return figures
}

export function median(figures: readonly number[]): number {
  return quantile(figures, 0.5)
}

export function quantile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
