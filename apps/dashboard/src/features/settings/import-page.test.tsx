import type { ImportPreview, ImportReport, NewImport } from '@heed/contracts'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Asked, stage } from './page-on-a-stage.tsx'

const csv = 'id,plan\nu1,pro\nu2,\n'
let preview: ImportPreview
let report: ImportReport
let problem: { code: string; status: number; detail?: string } | null
let page: ReturnType<typeof stage>

const answer = ({ path, body }: Asked) => {
  if (problem) return Response.json({ type: '', title: '', ...problem }, { status: problem.status })
  if (path === '/api/imports/preview') return Response.json(preview)
  return Response.json({ ...report, dryRun: (body as NewImport).dryRun })
}

beforeEach(() => {
  problem = null
  preview = {
    columns: [
      { name: 'id', samples: ['u1', 'u2'], suggested: 'userId' },
      { name: 'plan', samples: ['pro'], suggested: 'traits.plan' },
      { name: '', samples: [], suggested: null },
    ],
    rows: 2,
  }
  report = {
    dryRun: true,
    rows: 2,
    added: 1,
    changed: 0,
    unchanged: 0,
    refused: 1,
    faults: [{ row: 3, column: 'plan', message: 'is empty.' }],
  }
  page = stage(answer)
})
afterEach(() => page.leave())

const paste = async () => {
  await page.press('Paste rows in place of a file')
  await page.type('textarea', csv)
  await page.press('Read the rows')
}
const selects = () => [...page.root.querySelectorAll('select')]
const mapped = async () => {
  await page.open('import')
  await paste()
  await vi.waitFor(() => expect(selects()).toHaveLength(2))
}

it('tries before it imports, with the columns as one says they are', async () => {
  await mapped()
  expect(selects().map(({ value }) => value)).toEqual(['userId', 'traits.plan'])
  expect(page.root.textContent).toContain('2 rows')

  await page.choose('select[aria-label="What plan is"]', '')
  await page.press('Try without saving')
  await vi.waitFor(() => expect(page.root.textContent).toContain('What would happen'))
  expect(page.one('.outcome').textContent).toContain('1 row would be added')
  expect(page.one('.faults tbody').textContent).toContain('is empty.')
  await page.press('Import 1 row')

  await vi.waitFor(() => expect(page.root.textContent).toContain('What happened'))
  expect(page.changes()).toEqual([
    { method: 'POST', path: '/api/imports/preview', body: { kind: 'people', csv } },
    { method: 'POST', path: '/api/imports', body: { kind: 'people', csv, mapping: { id: 'userId' }, dryRun: true } },
    { method: 'POST', path: '/api/imports', body: { kind: 'people', csv, mapping: { id: 'userId' }, dryRun: false } },
  ])
})

it('reads a chosen file, whatever a spreadsheet saved it as', async () => {
  await page.open('import')
  const input = page.one<HTMLInputElement>('input[type=file]')
  const latin = new File([new Uint8Array([0x69, 0x64, 0x0a, 0xe9])], 'people.csv')
  Object.defineProperty(input, 'files', { value: [latin] })

  input.dispatchEvent(new Event('change', { bubbles: true }))

  await vi.waitFor(() => expect(page.changes()).toMatchObject([{ body: { csv: 'id\né' } }]))
  await vi.waitFor(() => expect(page.root.textContent).toContain('people.csv · 2 rows'))
})

it('asks what to do about columns before anything is tried', async () => {
  await mapped()
  const trying = () => page.one<HTMLButtonElement>('button', 'Try without saving').disabled

  await page.choose('select[aria-label="What id is"]', '')
  expect(page.root.textContent).toContain('Say which column holds the user id.')
  expect(trying()).toBe(true)

  await page.choose('select[aria-label="What id is"]', 'userId')
  await page.choose('select[aria-label="What plan is"]', 'userId')
  expect(page.root.textContent).toContain('id, plan are mapped to the same field.')

  await page.choose('select[aria-label="What plan is"]', 'account.plan')
  expect(page.root.textContent).toContain('Say which column holds the account id')
  expect(trying()).toBe(true)
})

it('forgets the trial when the columns mean something else', async () => {
  await mapped()
  await page.press('Try without saving')
  await vi.waitFor(() => expect(page.root.textContent).toContain('What would happen'))

  await page.choose('select[aria-label="What plan is"]', '')

  expect(page.root.textContent).not.toContain('What would happen')
})

it('loses nothing when the server cannot read the rows', async () => {
  problem = { code: 'csv_unreadable', status: 400, detail: 'Two columns are called “id”.' }
  await page.open('import')
  await paste()

  await vi.waitFor(() => expect(page.one('[role=alert]').textContent).toContain('Two columns are called “id”.'))
  expect(page.one<HTMLTextAreaElement>('textarea').value).toBe(csv)
})

it('loses nothing when importing fails half-way, and says that it may be repeated', async () => {
  await mapped()
  await page.press('Try without saving')
  await vi.waitFor(() => page.one('button', 'Import 1 row'))
  problem = { code: 'overloaded', status: 503 }
  await page.press('Import 1 row')
  await vi.waitFor(() => expect(page.root.textContent).toContain('Importing the same file again is safe'))

  problem = null
  await page.press('Import 1 row')

  await vi.waitFor(() => expect(page.root.textContent).toContain('What happened'))
})

it('offers no import where no row would change anything', async () => {
  report = { ...report, added: 0, unchanged: 2, refused: 0, faults: [] }
  await mapped()

  await page.press('Try without saving')

  await vi.waitFor(() => expect(page.root.textContent).toContain('There is nothing to import'))
  expect([...page.root.querySelectorAll('button')].some(({ textContent }) => textContent?.startsWith('Import '))).toBe(
    false,
  )
})

it('says who may import to those who may not', async () => {
  await page.open('import', 'agent')

  expect(page.root.textContent).toContain('takes an owner or admin')
  expect(page.root.querySelectorAll('button, input')).toHaveLength(0)
})
