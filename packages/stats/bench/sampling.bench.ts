import { expect, it } from 'vitest'
import { compareRule, rules } from './sampling-allocation.ts'
import { simulate, type Way, ways } from './sampling-simulation.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)
const row = (cells: (string | number)[]) => say(`| ${cells.join(' | ')} |`)
const round = (value: number, digits = 1) => value.toFixed(digits)

const bases = [
  { name: '500 accounts', size: 500, target: { answers: 50 }, rounds: 2_000 },
  { name: '50,000 people', size: 50_000, target: { marginPoints: 5 }, rounds: 60 },
]

it.each(bases)('says how far each way is off in $name', ({ name, ...setting }) => {
  const { asked, strata, figures } = simulate(setting)

  say(`\n${name}, ${setting.rounds} surveys, ${round(asked, 0)} asked in each, ${round(strata)} strata\n`)
  row(['asked, reckoned', 'bias', '±', 'RMSE', 'RMSE in strata', 'answers', 'effective', 'strata with < 5'])
  for (const way of ways) {
    const { bias, biasError, rootMeanSquare, inStrata, answers, effectiveAnswers, fewHeard } = figures[way]
    const counts = [round(answers, 0), round(effectiveAnswers, 0), `${round(100 * fewHeard, 0)} %`]
    row([way, round(bias), round(1.96 * biasError), round(rootMeanSquare), round(inStrata), ...counts])
  }
  expect(cutOf(figures, 'quotas, weighted')).toBeGreaterThanOrEqual(0.8)
})

it('says what is left where promoters answer more readily than others of their stratum', () => {
  say('\n')
  row(['promoters answer more readily by', 'base', 'bias of everyone, raw', 'of quotas, weighted', 'taken away'])
  for (const { name, size, target, rounds } of bases) {
    for (const eagerness of [0, 0.03, 0.1]) {
      const { figures } = simulate({ size, target, rounds: Math.ceil(rounds / 2), eagerness, seed: 2 })
      const biases = [figures['everyone, raw'].bias, figures['quotas, weighted'].bias].map((bias) => round(bias))
      row([`${eagerness * 100} %`, name, ...biases, `${round(100 * cutOf(figures, 'quotas, weighted'), 0)} %`])
    }
  }
})

it('compares rules for quotas', () => {
  for (const wanted of [200, 400, 1_200]) {
    say(`\n${wanted} answers of twelve strata\n`)
    row(['rule', 'smallest quota', 'design effect', 'RMSE of the whole', 'RMSE in strata', 'RMSE of the worst'])
    for (const [name, rule] of Object.entries(rules)) {
      const { smallestQuota, ...errors } = compareRule(rule, { wanted, rounds: 4_000, seed: 1 })
      const { designEffect, whole, inStrata, worst } = errors
      row([name, smallestQuota, round(designEffect, 2), round(whole, 2), round(inStrata), round(worst)])
    }
  }
})

const cutOf = (figures: Record<Way, { bias: number }>, way: Way) =>
  1 - Math.abs(figures[way].bias) / Math.abs(figures['everyone, raw'].bias)
