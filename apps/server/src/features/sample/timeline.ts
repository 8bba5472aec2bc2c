/** Something that happens in the sample, at its time; lanes are run side by side, each in order. */
export type SampleEvent = { at: Date; lane: string; run: () => Promise<unknown> }

const dayMs = 86_400_000
const lanesAtOnce = 64

/**
 * Runs events day by day, so that ticket numbers and snapshots come out as they would have.
 * Within a day the accounts go side by side, and what one account does stays in order.
 */
export const playTimeline = async (events: SampleEvent[], onDay: (share: number) => void) => {
  const days = new Map<number, SampleEvent[]>()
  for (const event of [...events].sort((a, b) => a.at.getTime() - b.at.getTime())) {
    const day = Math.floor(event.at.getTime() / dayMs)
    const ofDay = days.get(day)
    if (ofDay) ofDay.push(event)
    else days.set(day, [event])
  }
  let played = 0
  for (const ofDay of days.values()) {
    await playLanes(ofDay)
    played += ofDay.length
    onDay(played / events.length)
  }
}

const playLanes = async (events: SampleEvent[]) => {
  const lanes = new Map<string, SampleEvent[]>()
  for (const event of events) lanes.set(event.lane, [...(lanes.get(event.lane) ?? []), event])
  const waiting = [...lanes.values()]
  const worker = async () => {
    for (let lane = waiting.shift(); lane; lane = waiting.shift()) for (const event of lane) await event.run()
  }
  await Promise.all(Array.from({ length: lanesAtOnce }, worker))
}
