export class TooBusy extends Error {}

interface Job {
  run: () => Promise<unknown>
  refuse: (error: TooBusy) => void
}

/** Runs `work` when its turn comes. `lane` names the sender, whose jobs wait in one lane. */
export type TakeTurn = <Value>(lane: string, work: () => Promise<Value>) => Promise<Value>

/**
 * Runs one job at a time and takes the lanes in turn, so a sender with many jobs does not delay other senders. When
 * `longest` jobs are waiting, the fullest lane loses its newest job. The promise of a job that was never started
 * rejects with TooBusy.
 */
export function fairQueue(longest: number): TakeTurn {
  // A Map keeps its insertion order: the first lane is next, then moves to the end.
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

  /** Refuses the newest job of the fullest lane; false when that would be `lane` itself. */
  function makeRoom(lane: string): boolean {
    const own = lanes.get(lane)?.length ?? 0
    const [fullest = []] = [...lanes.values()].sort((a, b) => b.length - a.length)
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
