import type { SharedSurveyResult } from '@heed/contracts'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { resultOf } from '../results/testing.ts'
import { openPage } from '../segments/testing.tsx'
import { SharedPage } from './shared-page.tsx'

const shared: SharedSurveyResult = {
  workspaceName: 'Quayside',
  surveyName: 'How likely',
  kind: 'nps',
  filtered: true,
  result: resultOf(),
}

let close = () => {}
afterEach(() => close())

const open = async (reply: () => Response) => {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (input: string) => {
    asked.push(input)
    return reply()
  })
  const page = await openPage('/shared/tok', <SharedPage token="tok" />)
  close = page.close
  await vi.waitFor(() => expect(page.root.querySelector('h1')).not.toBeNull())
  return { root: page.root, asked }
}

describe('results behind a link', () => {
  it('say whose they are and of when, and ask for nothing else', async () => {
    const { root, asked } = await open(() => Response.json(shared))

    expect(root.textContent).toContain('Shared by Quayside')
    expect(root.textContent).toContain('Mar 2, 2026 – May 30, 2026')
    expect(root.textContent).toContain('These are the answers of a part of the customers.')
    expect(root.textContent).toContain('NPS 31, between 22 and 40; 214 answers from 500 people')
    expect(asked).toEqual(['/shared/tok/results'])
  })

  it('hold nothing that opens, and are not to be found by search engines', async () => {
    const { root } = await open(() => Response.json(shared))

    expect(root.querySelectorAll('a[href]')).toHaveLength(0)
    expect(document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex, nofollow')
  })

  it('are gone once the link was taken back', async () => {
    const problem = { type: '', title: 'Gone', status: 404, code: 'share_not_found' }
    const { root } = await open(() => Response.json(problem, { status: 404 }))

    expect(root.textContent).toContain('This link no longer works')
    expect(root.querySelector('button')).toBeNull()
  })
})
