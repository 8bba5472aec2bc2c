import type { GetStarted } from '@heed/contracts'
import { expect, it } from 'vitest'
import { nextStep, stepsDone } from './steps.ts'

const nothing: GetStarted = {
  visited: false,
  surveyLaunched: false,
  answered: false,
  articlePublished: false,
  members: 1,
  claimsCounted: true,
}
const all: GetStarted = {
  visited: true,
  surveyLaunched: true,
  answered: true,
  articlePublished: true,
  members: 2,
  claimsCounted: false,
}

it('leads from the first step to the last, whatever was done before', () => {
  expect(nextStep(nothing)).toBe('survey')
  expect(nextStep({ ...nothing, surveyLaunched: true, visited: true })).toBe('demo')
  expect(nextStep({ ...all, members: 1 })).toBe('colleague')
  expect(nextStep(all)).toBeUndefined()
})

it('has nothing done in the beginning, the owner alone is no team', () => {
  expect(Object.values(stepsDone(nothing))).toEqual(Array(6).fill(false))
  expect(Object.values(stepsDone(all))).toEqual(Array(6).fill(true))
})
