import type { EarlierResponse, SurveyKind } from '@heed/contracts'
import { render } from 'preact'
import { expect, it } from 'vitest'
import { EarlierAnswers } from './earlier-answers.tsx'
import { gistOf, ScoreBadge } from './score-badge.tsx'

const drawn = (ui: preact.ComponentChild) => {
  const root = document.createElement('div')
  render(ui, root)
  return root
}

it.each<[SurveyKind, number | null, { shown: string; heard: string; look: string; gist: string }]>([
  ['nps', 0, { shown: '0', heard: '0 of 10, Detractor', look: 'detractor', gist: 'Detractor' }],
  ['nps', 10, { shown: '10', heard: '10 of 10, Promoter', look: 'promoter', gist: 'Promoter' }],
  ['csat', 4, { shown: '4/5', heard: '4 of 5, Satisfaction (CSAT)', look: 'scale', gist: '4 of 5' }],
  ['ces', 7, { shown: '7/7', heard: '7 of 7, Effort (CES)', look: 'scale', gist: '7 of 7' }],
  ['rating', 1, { shown: '1/5', heard: '1 of 5, Rating', look: 'scale', gist: '1 of 5' }],
  ['reaction', 3, { shown: '3/3', heard: '3 of 3, Reaction to an idea', look: 'scale', gist: '3 of 3' }],
  ['single_choice', null, { shown: '', heard: 'Single choice', look: 'kind', gist: 'Single choice' }],
  ['multiple_choice', null, { shown: '', heard: 'Multiple choice', look: 'kind', gist: 'Multiple choice' }],
  ['text', null, { shown: '', heard: 'Open text', look: 'kind', gist: 'Open text' }],
])('an answer of kind %s with score %s has a badge', (kind, score, { shown, heard, look, gist }) => {
  const badge = drawn(<ScoreBadge answer={{ kind, score }} />).querySelector<HTMLElement>('.score')

  expect(badge?.querySelector('[aria-hidden]')?.textContent).toBe(shown)
  expect(badge?.querySelector('.visually-hidden')?.textContent).toBe(heard)
  expect(badge?.dataset.group).toBe(look)
  expect(gistOf({ kind, score })).toBe(gist)
})

it('says in a list of earlier answers what was chosen and said, and of which survey', () => {
  const answer = (changes: Partial<EarlierResponse>): EarlierResponse => ({
    id: 'rsp_1',
    surveyName: 'Wishes',
    kind: 'text',
    score: null,
    choices: [],
    comment: null,
    createdAt: '2026-03-02T10:00:00.000Z',
    ...changes,
  })
  const choices = ['Export', 'Receipts'].map((label) => ({ id: label.toLowerCase(), label }))
  const answers = [
    answer({ kind: 'multiple_choice', choices, comment: 'Both, please' }),
    answer({ kind: 'csat', score: 2, surveyName: 'Support' }),
    answer({ kind: 'nps', score: 9, surveyName: 'Customer NPS', comment: 'Solid' }),
  ]

  const rows = [...drawn(<EarlierAnswers answers={answers} link={(path) => path} />).querySelectorAll('li')]

  expect(rows.map((row) => row.querySelector('a')?.textContent)).toEqual([
    'Export · Receipts · Both, please',
    'No comment',
    'Solid',
  ])
  expect(rows.map((row) => row.querySelector('p')?.textContent)).toEqual(['Wishes', 'Support', undefined])
})
