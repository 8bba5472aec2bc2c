import { submitResponse } from '../responses/submit-response.ts'
import { dismissPrompt } from '../surveys/dismiss-prompt.ts'
import { recordExposure } from '../surveys/record-exposure.ts'
import type { SampleAccount, SamplePerson } from './customers.ts'
import { dayMs, depsAt, type Making, visitorOf } from './making.ts'
import type { Surveys } from './surveys.ts'
import type { SampleEvent } from './timeline.ts'
import { answers, atWork, comment, score } from './voices.ts'

export const waveDays = 90

/** Every 90 days a person is asked; some answer, some close the prompt, the rest look away. */
export const waves = (
  making: Making,
  account: SampleAccount,
  person: SamplePerson,
  surveys: Surveys,
): SampleEvent[] => {
  const { random, now } = making
  const visitor = visitorOf(making, person)
  const events: SampleEvent[] = []
  const firstDay = person.since.getTime() + random.between(8, 60) * dayMs
  for (let day = firstDay; day < now.getTime(); day += (waveDays + random.between(0, 25)) * dayMs) {
    const at = atWork(random, new Date(day))
    const deps = depsAt(making, at)
    const exposureId = deps.newId('exposure')
    const tenureDays = (day - account.since.getTime()) / dayMs
    const newcomer = day === firstDay && now.getTime() - day > 365 * dayMs
    const surveyId = newcomer ? surveys.ended : surveys.running
    const version = newcomer || at < surveys.changedAt ? 1 : 2
    const given = answers(random, account, tenureDays) ? score(random, account, tenureDays) : undefined
    const said = given === undefined ? undefined : comment(random, given)
    const dismisses = given === undefined && random.chance(0.6)
    const page = random.pick(['/', '/payments', '/cards', '/invoices'])
    const lane = account.claim.accountId
    events.push({
      at,
      lane,
      run: async () => {
        await recordExposure(deps, visitor, exposureId, { surveyId, version, page: { url: page }, ageMs: 0 })
        if (given !== undefined)
          await answer(making, at, visitor, { surveyId, version, exposureId, given, said, person })
        else if (dismisses) await dismissPrompt(deps, visitor, exposureId, { ageMs: 0 })
      },
    })
  }
  return events
}

type Answer = {
  surveyId: string
  version: number
  exposureId: string
  given: number
  said: string | undefined
  person: SamplePerson
}

const answer = (
  making: Making,
  at: Date,
  visitor: ReturnType<typeof visitorOf>,
  { surveyId, version, exposureId, given, said, person }: Answer,
) => {
  const deps = depsAt(making, new Date(at.getTime() + 9_000))
  return submitResponse(deps, visitor, deps.newId('response'), {
    surveyId,
    version,
    exposureId,
    score: given,
    locale: person.claim.locale ?? 'en',
    ageMs: 0,
    ...(said ? { comment: said } : {}),
  })
}
