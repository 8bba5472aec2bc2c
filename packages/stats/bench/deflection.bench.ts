import { expect, it } from 'vitest'
import { measureDeflection } from './deflection-simulation.ts'

const runs = 2_000
const sizes = [200, 300, 500, 1_000, 2_000, 5_000]
const rates = [0.2, 0.35, 0.5, 0.65, 0.8]
const habits = [
  { requests: [1, 1], likeness: 0 },
  { requests: [1, 6], likeness: 0 },
  { requests: [1, 6], likeness: 0.3, busyFile: true },
  { requests: [1, 6], likeness: 0.7, busyFile: true },
] as const
const effects = [{ effect: 0 }, { effect: 0.3 }, { effect: 0.3, askAgain: 1 }]

const percent = (share: number) => (100 * share).toFixed(1)
const range = (values: number[]) => `${percent(Math.min(...values))}–${percent(Math.max(...values))}`
const say = (line: string) => process.stdout.write(`${line}\n`)

it('holds the true effect of suggestions as often as it says', () => {
  say(`| people asking | runs with a margin, % | they hold the truth, % | half a margin, per 100 people |`)
  say('| ---: | ---: | ---: | ---: |')
  const all: number[] = []
  const nothingSpared: number[] = []
  for (const people of sizes) {
    const cells = rates.flatMap((base) =>
      habits.flatMap((habit) =>
        effects.map((effect) => {
          const kind = { people, holdOutShare: 0.1, base, ...habit, ...effect }
          return { kind, ...measureDeflection(kind, runs, people * 100 + base * 100) }
        }),
      ),
    )
    const mostly = cells.filter(({ shown }) => shown >= 0.5)
    const covered = mostly.map((cell) => cell.covered)
    all.push(...covered)
    nothingSpared.push(...cells.filter(({ kind }) => kind.askAgain === 1).map(({ perRequest }) => perRequest))
    say(
      `| ${people} | ${range(cells.map(({ shown }) => shown))} | ${range(covered)} | ${range(mostly.map(({ halfWidth }) => halfWidth))} |`,
    )
  }

  const mean = all.reduce((sum, covered) => sum + covered, 0) / all.length
  say(`\n${all.length} kinds, ${percent(mean)} % on average.`)
  say(`Per 100 requests, where all ask again and nothing is spared: ${range(nothingSpared)} fewer tickets.`)
  // Two thousand runs tell 95 % to within 1. Lowest where few of 30 held-out people file, and these several tickets each.
  expect(Math.min(...all)).toBeGreaterThan(0.91)
  expect(mean).toBeGreaterThan(0.945)
})
