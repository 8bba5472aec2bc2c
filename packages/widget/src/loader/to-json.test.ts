import { afterEach, expect, it } from 'vitest'
import { toJson } from './to-json.ts'

const arrays = Array.prototype as { toJSON?: () => string }

afterEach(() => {
  delete arrays.toJSON
})

const said = { articlesRead: ['art_1', 'art_2'], drafts: { ticket: { offered: [], lines: [[1], [2]] } } }

it('writes arrays as arrays, whatever the host page makes of them', () => {
  arrays.toJSON = () => '[Prototype.js]'

  expect(JSON.parse(toJson(said))).toEqual(said)
  expect(JSON.parse(toJson([1, [2]]))).toEqual([1, [2]])
})

it('writes everything else as JSON.stringify does', () => {
  const value = { at: new Date(0), none: undefined, nothing: null, ...said }

  expect(toJson(value)).toBe(JSON.stringify(value))
})
