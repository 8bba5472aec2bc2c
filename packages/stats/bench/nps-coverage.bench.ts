import { expect, it } from 'vitest'
import { type Coverage, type Mix, measureCoverage, promiseOf } from './nps-coverage.ts'
import { otherNpsMargins } from './other-nps-margins.ts'

const surveys = 10_000
const mixes: Mix[] = [
  [80, 15, 5],
  [60, 30, 10],
  [10, 20, 70],
  [34, 33, 33],
  [50, 10, 40],
  [20, 70, 10],
  [40, 55, 5],
  [90, 8, 2],
  [95, 4, 1],
  [5, 90, 5],
  [50, 0, 50],
]
const sizes = [12, 20, 30, 40, 60, 100, 200, 400, 1_000]
const bases = [100, 300, 1_000, 10_000, 100_000]

const percent = (share: number) => (100 * share).toFixed(1)
const keeps = ({ answers, covered }: Coverage) => covered >= promiseOf(answers).from && covered <= promiseOf(answers).to
const say = (line: string) => process.stdout.write(`${line}\n`)

/** As docs/measurements.md shows it: per mix and number of answers the lowest and highest coverage over all bases. */
function row(mix: Mix, cells: Coverage[]): string {
  const bySize = sizes.map((size) => {
    const coverages = cells.filter(({ answers }) => answers === size).map(({ covered }) => covered)
    const spoken = cells.filter(({ answers, shown }) => answers === size && shown >= 0.5).length
    const range = `${percent(Math.min(...coverages))}–${percent(Math.max(...coverages))}`
    if (spoken === 0) return `(${range})`
    return spoken < coverages.length ? `${range} ·` : range
  })
  return `| ${mix.join(' / ')} | ${bySize.join(' | ')} |`
}

it('holds the truth as often as it promises wherever it is mostly shown', () => {
  const all: Coverage[] = []
  say(`| promoters / passives / detractors, % | ${sizes.join(' | ')} |`)
  say(`| --- | ${sizes.map(() => '---:').join(' | ')} |`)
  for (const mix of mixes) {
    const cells = sizes.flatMap((answers) =>
      bases
        .filter((base) => answers < base)
        .map((base) => measureCoverage({ mix, base, answers }, surveys, answers * 7_919 + base)),
    )
    all.push(...cells)
    say(row(mix, cells))
  }

  const shown = all.filter((cell) => cell.shown >= 0.5)
  const off = (cells: Coverage[]) => cells.filter((cell) => !keeps(cell))
  say(`\n${all.length} kinds of survey, ${off(all).length} outside of the promise.`)
  say(`${shown.length} where most have enough answers, ${off(shown).length} of them outside.`)
  for (const { mix, base, answers, covered, shown: often } of off(shown))
    say(`  ${mix.join('/')}, ${answers} of ${base}: ${percent(covered)} %, shown ${percent(often)} %`)
  const amongShown = shown.filter(
    ({ answers, shown: often, misled }) =>
      (often - misled) / often < promiseOf(answers).from || (often - misled) / often > promiseOf(answers).to,
  )
  say(`${amongShown.length} of them outside when only surveys with enough answers are counted.`)
  const misled = Math.max(...all.map((cell) => cell.misled))
  say(`Shown and wrong in at most ${percent(misled)} % of the surveys of a kind.`)

  // Ten thousand surveys tell 95 % to within 0.4.
  const slack = 0.004
  const far = shown.filter(
    ({ answers, covered }) => covered < promiseOf(answers).from - slack || covered > promiseOf(answers).to + slack,
  )
  expect(far).toEqual([])
})

it('is outside of its promise more seldom than other margins would be', () => {
  const cells = mixes.flatMap((mix) =>
    sizes.flatMap((answers) =>
      bases.filter((base) => answers < base && answers <= 100).map((base) => ({ mix, base, answers })),
    ),
  )
  const outside = (marginOf?: (typeof otherNpsMargins)[string]) => {
    const coverages = cells.map((cell) => measureCoverage(cell, 2_000, cell.answers * 7_919 + cell.base, marginOf))
    return {
      kinds: coverages.filter((cell) => !keeps(cell)).length,
      lowest: percent(Math.min(...coverages.map(({ covered }) => covered))),
    }
  }

  const ours = outside()
  say(`Of ${cells.length} kinds of survey with up to 100 answers, 2,000 surveys each:`)
  say(`  score interval: ${ours.kinds} outside of the promise, lowest ${ours.lowest} %`)
  for (const [name, marginOf] of Object.entries(otherNpsMargins)) {
    const { kinds, lowest } = outside(marginOf)
    say(`  ${name}: ${kinds} outside, lowest ${lowest} %`)
    expect(kinds).toBeGreaterThan(ours.kinds)
  }
})
