import { describe, expect, it } from 'vitest'
import {
  alertsInWords,
  howManyInWords,
  howOftenInWords,
  reachInWords,
  scheduleInWords,
  whenInWords,
  whoInWords,
} from './survey-words.ts'
import { definition } from './testing.tsx'
import { changesBetween } from './version-changes.ts'

const wording = { currency: 'USD', nameOf: () => undefined }
const plain = (said: string) => said.replaceAll('\u00a0', ' ')

describe('a survey in words', () => {
  it('says whom it may ask', () => {
    expect(whoInWords(definition, wording)).toBe('Everyone')
    const targeting = {
      segment: 'spend:10000..',
      firstSeenDays: { from: 30 },
      serverEvent: { name: 'Order completed', withinDays: 7 },
    }
    expect(whoInWords({ targeting }, wording)).toBe(
      'spend ≥ $100 · first seen 30 days ago or earlier · did “Order completed” in the last 7 days',
    )
  })

  it('says when', () => {
    expect(whenInWords(definition)).toBe('5 seconds after the page is ready')
    expect(
      whenInWords({
        trigger: { delayMs: 0, path: '/a/*', event: 'Saved', where: { rows: 3 }, scroll: 50, leaving: true },
      }),
    ).toMatch(
      /^As soon as the page is ready · on \/a\/\* · after “Saved” with rows = 3 · 50.% scrolled · when leaving$/,
    )
  })

  it('says how many, how often and until when', () => {
    expect(plain(howManyInWords({ sampling: { mode: 'share', share: 0.2 } }))).toBe('20 % of those who fit')
    expect(howManyInWords({ sampling: { mode: 'target', marginPoints: 5, days: 30, by: ['plan', 'spend'] } })).toBe(
      'A margin of ± 5 points in 30 days · spread over plan and spend',
    )
    expect(howOftenInWords({ repeatAfterDays: null, priority: 80 })).toBe('Each person once · before other surveys')
    expect(scheduleInWords({ schedule: { startsAt: null, endsAt: null, answerLimit: 1 } })).toBe('At most 1 answer')
    expect(scheduleInWords(definition)).toBe('From launch until you end it')
    expect(alertsInWords({ alerts: { low: { make: 'ticket', spendFromMinor: 50_000 }, drop: true } }, 'USD')).toBe(
      'A ticket on each low score from $500 a month · a notice when the result drops',
    )
  })

  it('says whom it reaches, and makes no number of answers up', () => {
    const reach = { days: 14, people: 340, targeted: 512, base: 1200, responseRate: null, answers: null }
    expect(reachInWords(reach)).toBe('About 340 people in 14 days')
    expect(reachInWords({ ...reach, answers: { low: 40, high: 70 } })).toBe(
      'About 340 people in 14 days · 40–70 answers to expect',
    )
    expect(reachInWords({ ...reach, people: 0 })).toBe('Nobody who fits was here in the last 14 days')
    expect(reachInWords({ ...reach, people: 0, targeted: 0, base: 0 })).toBe('No customers are known yet')
  })
})

describe('what a version changed', () => {
  it('is said part by part, in words', () => {
    const after = {
      ...definition,
      name: 'NPS, spring',
      texts: { de: { question: 'Wie sehr?', options: { a: 'x' } } },
      form: { accent: '#112233' },
      targeting: { segment: 'plan:growth' },
    }

    expect(changesBetween(definition, after, wording)).toEqual([
      'Name: NPS → NPS, spring',
      'Question in German: nothing → “Wie sehr?”',
      'Options in German changed',
      'Look changed',
      'Who: Everyone → Growth',
    ])
    expect(changesBetween(definition, definition, wording)).toEqual([])
  })
})
