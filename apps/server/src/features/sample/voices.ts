import type { NpsGroup } from '@heed/contracts'
import { content } from './content.ts'
import type { Plan, SampleAccount } from './customers.ts'
import type { Random } from './random.ts'

// Enterprise customers and newcomers are louder and happier, so the raw score lies above the weighted one.
const answerRate: Record<Plan, number> = { starter: 0.25, growth: 0.37, scale: 0.5, enterprise: 0.66 }
const happiness: Record<Plan, number> = { starter: 7.4, growth: 8.0, scale: 8.4, enterprise: 8.9 }
const newcomerDays = 90

/** Whether a person who is asked answers. */
export const answers = (random: Random, { plan }: SampleAccount, tenureDays: number) =>
  random.chance(answerRate[plan] * (tenureDays < newcomerDays ? 1.35 : 0.9))

/** The score a person gives: around the plan's and the account's mood, with a long tail below. */
export const score = (random: Random, { plan, mood }: SampleAccount, tenureDays: number) => {
  const tail = random.chance(0.1) ? random.between(2, 6) : 0
  const centre = happiness[plan] + mood + (tenureDays < newcomerDays ? 0.4 : 0) - tail
  return Math.min(10, Math.max(0, Math.round(centre + random.normal() * 1.4)))
}

const commentRate: Record<NpsGroup, number> = { promoter: 0.3, passive: 0.25, detractor: 0.5 }

export const comment = (random: Random, given: number) => {
  const group: NpsGroup = given >= 9 ? 'promoter' : given >= 7 ? 'passive' : 'detractor'
  return random.chance(commentRate[group]) ? random.pick(content.comments[group]) : undefined
}

/** Minutes to the first reply: quick in office hours, the next morning otherwise. */
export const firstReplyMs = (random: Random, asked: Date) => {
  const hour = asked.getUTCHours()
  const weekend = asked.getUTCDay() % 6 === 0
  const minutes = 11 * Math.exp(random.normal() * 0.9)
  if (hour >= 7 && hour < 18 && !weekend) return minutes * 60_000
  const morning = new Date(asked)
  morning.setUTCHours(8, 0, 0, 0)
  while (morning <= asked || morning.getUTCDay() % 6 === 0) morning.setUTCDate(morning.getUTCDate() + 1)
  return morning.getTime() - asked.getTime() + minutes * 60_000
}

/** Moves a moment into waking hours, most of them office hours. */
export const atWork = (random: Random, day: Date) => {
  const at = new Date(day)
  at.setUTCHours(
    random.chance(0.85) ? random.between(7, 17) : random.between(5, 22),
    random.between(0, 59),
    random.between(0, 59),
    0,
  )
  return at
}
