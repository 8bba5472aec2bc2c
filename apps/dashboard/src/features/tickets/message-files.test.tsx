import type { Attachment } from '@heed/contracts'
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MessageFiles } from './message-files.tsx'

const picture: Attachment = { id: 'att_1', name: 'export.png', type: 'image/png', sizeBytes: 340_000 }
const page: Attachment = { id: 'att_2', name: '<b>bill</b>.pdf', type: 'application/pdf', sizeBytes: 2_400_000 }

let root: HTMLElement
const show = (files: Attachment[]) => act(() => render(<MessageFiles ticketId="tkt_1" files={files} />, root))
const links = () => [...root.querySelectorAll('a')]

beforeEach(() => {
  root = document.body.appendChild(document.createElement('div'))
})
afterEach(() => {
  render(null, root)
  root.remove()
})

describe('the files of a message', () => {
  it('shows a picture by itself, and large in a tab that knows nothing of this one', async () => {
    await show([picture])

    const image = root.querySelector('img')
    const url = '/api/tickets/tkt_1/attachments/att_1'
    expect(image?.getAttribute('src')).toBe(url)
    expect(image?.getAttribute('alt')).toBe('export.png')
    expect(image?.getAttribute('loading')).toBe('lazy')
    expect(links().map((link) => [link.getAttribute('href'), link.target, link.rel])).toEqual([
      [url, '_blank', 'noopener noreferrer'],
    ])
  })

  it('names any other file, with its size, to be saved', async () => {
    await show([page])

    expect(root.querySelector('img')).toBeNull()
    expect(links().map((link) => [link.getAttribute('href'), link.hasAttribute('download'), link.textContent])).toEqual(
      [['/api/tickets/tkt_1/attachments/att_2', true, '<b>bill</b>.pdf2.4 MB']],
    )
  })

  it('is not there when nothing came', async () => {
    await show([])

    expect(root.innerHTML).toBe('')
  })
})
