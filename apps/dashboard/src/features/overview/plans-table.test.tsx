import type { NpsStratum } from '@heed/contracts'
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { PlansTable } from './plans-table.tsx'

const growth: NpsStratum = {
  plan: 'growth',
  base: 40,
  exposures: 40,
  responseRate: 0.5,
  figure: { score: 30, low: 20, high: 40, answers: 20, promoters: 10, passives: 6, detractors: 4 },
}

let root: HTMLElement
beforeEach(() => {
  root = document.body.appendChild(document.createElement('div'))
})
afterEach(() => {
  render(null, root)
  root.remove()
})
const show = (answersOfPlan: ((plan: string) => string) | null) =>
  act(() => render(<PlansTable byPlan={[growth]} hrefOfPlan={() => '/'} answersOfPlan={answersOfPlan} />, root))

it('opens the answers of a plan, and none where they would be other answers than those counted', async () => {
  await show((plan) => `/responses?segment=plan:${plan}`)
  expect(root.querySelector('td a')?.getAttribute('href')).toBe('/responses?segment=plan:growth')
  expect(root.textContent).not.toContain('as of now')

  await show(null)

  expect(root.querySelector('td a')).toBeNull()
  expect(root.textContent).toContain('a filter as of now cannot pick them')
})
