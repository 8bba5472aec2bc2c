import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, it } from 'vitest'
import { HeedHelp, HeedSurvey } from './index.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

it('stand as the elements that the widget draws into, a new one for each survey', async () => {
  const host = document.createElement('div')
  const root = createRoot(host)
  const render = (surveyId: string) =>
    act(async () =>
      root.render(
        <>
          <HeedSurvey surveyId={surveyId} className="card" />
          <HeedHelp />
        </>,
      ),
    )

  await render('srv_1')
  expect(host.innerHTML).toBe('<heed-survey survey-id="srv_1" class="card"></heed-survey><heed-help></heed-help>')
  const first = host.firstElementChild

  await render('srv_2')
  expect(host.firstElementChild?.getAttribute('survey-id')).toBe('srv_2')
  expect(host.firstElementChild).not.toBe(first)
})
