import { describe, expect, it } from 'vitest'
import { kindsOf, onlyKind, scoresOf, withKind, withScore, withSurvey } from './scale-filters.ts'

const nps = { id: 'srv_nps', kind: 'nps' } as const
const csat = { id: 'srv_csat', kind: 'csat' } as const
const words = { id: 'srv_text', kind: 'text' } as const
const surveys = [words, csat, nps]

describe('filters that hang together', () => {
  it('know the kinds there are, in their usual order', () => {
    expect(kindsOf(surveys)).toEqual(['nps', 'csat', 'text'])
  })

  it.each([
    ['nothing chosen', {}, undefined],
    ['a kind', { kind: 'csat' }, 'csat'],
    ['a survey', { surveyId: 'srv_csat' }, 'csat'],
    ['a group', { group: 'promoter' }, 'nps'],
    ['a kind nobody knows', { kind: 'quiz' }, undefined],
    ['a survey nobody knows', { surveyId: 'srv_gone' }, undefined],
  ])('say which kind is left: %s', (_name, filters, kind) => {
    expect(onlyKind(filters, surveys)).toBe(kind)
  })

  it('need no choice where there is one kind', () => {
    expect(onlyKind({}, [nps])).toBe('nps')
    expect(onlyKind({}, [])).toBeUndefined()
  })

  it('offer the scores of one scale, best first', () => {
    expect(scoresOf({ kind: 'csat' }, surveys)).toEqual([5, 4, 3, 2, 1])
    expect(scoresOf({}, [nps])).toHaveLength(11)
    expect(scoresOf({}, surveys)).toEqual([])
    expect(scoresOf({ kind: 'text' }, surveys)).toEqual([])
  })

  it('show a score of the address that has no scale', () => {
    expect(scoresOf({ score: '3' }, surveys)).toContain(3)
  })

  it('drop what another kind does not have', () => {
    const before = { surveyId: 'srv_nps', group: 'detractor', score: '3' }

    expect(withKind('csat', before, surveys)).toEqual({ kind: 'csat' })
    expect(withKind('nps', before, surveys)).toEqual({ kind: 'nps', surveyId: 'srv_nps', group: 'detractor' })
    expect(withKind(undefined, before, surveys)).toEqual({})
  })

  it('drop what another survey does not have, and keep what it has', () => {
    expect(withSurvey('srv_csat', { group: 'detractor' }, surveys)).toEqual({ surveyId: 'srv_csat' })
    expect(withSurvey('srv_nps', { kind: 'nps', score: '3' }, surveys)).toEqual({ surveyId: 'srv_nps', score: '3' })
    expect(withSurvey('srv_csat', { kind: 'nps', score: '3' }, surveys)).toEqual({ surveyId: 'srv_csat' })
    expect(withSurvey(undefined, { kind: 'csat', surveyId: 'srv_csat', score: '3' }, surveys)).toEqual({ kind: 'csat' })
  })

  it('keep a score on the scale of the group it was chosen in', () => {
    expect(withScore('9', { group: 'promoter' }, surveys)).toEqual({ kind: 'nps', score: '9' })
    expect(withScore('9', { group: 'promoter' }, [nps])).toEqual({ score: '9' })
    expect(withScore(undefined, { kind: 'csat', score: '4' }, surveys)).toEqual({ kind: 'csat' })
  })
})
