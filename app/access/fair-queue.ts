export class TooBusy extends Error {}

interface Job {
  run: () => Promise<unknown>
  refuse: (error: TooBusy) => void
}

/** Waits for its turn, counted among the jobs of `lane`; then does `work`. */
export type TakeTurn = <Value>(lane: string, work: () => Promise<Value>) => Promise<Value>

/**
 * One job at a time, and of each lane one in turn: a sender of many waits behind their own jobs, not before those of
 * others. When `longest` jobs wait already, the lane with the most of them loses its newest.
 * A promise that ends in TooBusy was not begun.
 */
export function fairQueue(longest: number): TakeTurn {
  // A Map keeps the order of insertion: the first lane has the next turn, then moves to the end.
  const lanes = new Map<string, Job[]>()
  let waiting = 0
  let busy = false

  function takeNext(): Job | undefined {
    const [next] = lanes
    if (!next) return
    const [name, jobs] = next
    const job = jobs.shift()
    lanes.delete(name)
    if (jobs.length > 0) lanes.set(name, jobs)
    waiting -= 1
    return job
  }

  async function workOff() {
    if (busy) return
    busy = true
    for (let job = takeNext(); job; job = takeNext()) await job.run()
    busy = false
  }

  /** False when no lane has more waiting than this one would have. */
  function makeRoom(lane: string): boolean {
    const own = lanes.get(lane)?.length ?? 0
    const [fullest = []] = [...lanes.values()].sort((one, other) => other.length - one.length)
    if (fullest.length <= own + 1) return false
    fullest.pop()?.refuse(new TooBusy('Others of the same sender are waiting already.'))
    waiting -= 1
    return true
  }

  return <Value>(lane: string, work: () => Promise<Value>) =>
    new Promise<Value>((resolve, reject) => {
      if (waiting >= longest && !makeRoom(lane)) return reject(new TooBusy('Too many are waiting.'))
      const job: Job = { run: () => work().then(resolve, reject), refuse: reject }
      lanes.set(lane, [...(lanes.get(lane) ?? []), job])
      waiting += 1
      void workOff()
    })
}
