// @vitest-environment node
import { renderToString } from 'react-dom/server'
import { expect, it, vi } from 'vitest'
import { HeedHelp, HeedProvider, HeedSurvey, useHeed, useHeedEvent, useUnread } from './index.ts'

const Page = () => {
  useHeed()('track', 'seen')
  useHeedEvent('ticket', () => {})
  return <p>{useUnread()}</p>
}

it('renders on a server, says nothing there, and needs no window', () => {
  const error = vi.spyOn(console, 'error')

  const html = renderToString(
    <HeedProvider apiKey="pk_test" host="https://heed.test" user={{ userId: '4711' }}>
      <Page />
      <HeedSurvey surveyId="srv_1" />
      <HeedHelp className="help" />
    </HeedProvider>,
  )

  expect(html).toBe('<p>0</p><heed-survey survey-id="srv_1"></heed-survey><heed-help class="help"></heed-help>')
  expect(globalThis).not.toHaveProperty('window')
  expect(error).not.toHaveBeenCalled()
})
