import { act } from 'preact/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { called, press, stroke } from '../segments/testing.tsx'
import { articleOf, changesOf, idOf } from './testing.tsx'
import { articleEditor } from './testing-editor.tsx'

const { editor, open, openNew, field, write, select, dialog, inDialog, text, sent } = articleEditor()

describe('a draft in the editor', () => {
  it('is shown beside what is written, as the server reads it', async () => {
    await open()
    await write('Text in Markdown', '**Now**')

    await vi.waitFor(() => expect(called('As readers will see it', 'section').textContent).toContain('Seen: **Now**'))

    expect(called('As readers will see it', 'section').querySelector('h2')?.textContent).toBe('Fees')
  })

  it('saves what was just written before it is published, by keyboard alone', async () => {
    await open()
    await write('Text in Markdown', 'Wait three days.')

    await stroke('Enter', { ctrlKey: true })

    await vi.waitFor(() => expect(text()).toContain('Customers can read it now'))
    expect(sent()).toEqual(['PUT', 'PUT publication'])
    expect(changesOf(editor.served)[0]?.body).toMatchObject({ body: 'Wait three days.', autosave: false })
    expect(called(/^Open page/).getAttribute('href')).toBe('/help/quayside/en/fees')
    expect(() => called('Publish')).toThrow()
  })

  it('is marked by buttons and keys, a second time without', async () => {
    await open({ body: 'Wait five days.' })
    const source = field('Text in Markdown')
    select(5, 9)

    await press('Bold')
    expect(source.value).toBe('Wait **five** days.')
    await stroke('b', { ctrlKey: true, code: 'KeyB' })
    expect(source.value).toBe('Wait five days.')
    await stroke('8', { ctrlKey: true, shiftKey: true, code: 'Digit8' })
    expect(source.value).toBe('- Wait five days.')
    await stroke('2', { ctrlKey: true, altKey: true, code: 'Digit2', modifierAltGraph: true })
    expect(source.value).toBe('- Wait five days.')
  })

  it('goes on with a list at Enter', async () => {
    await open({ body: '1. One' })
    select(6)

    await stroke('Enter')

    expect(field('Text in Markdown').value).toBe('1. One\n2. ')
  })

  it('links to an article that is found by its words', async () => {
    await open({ body: 'See .' })
    editor.served.articles.push(articleOf({ id: idOf('b'), slug: 'cards', title: 'Cards' }))
    select(4)
    await stroke('k', { ctrlKey: true, code: 'KeyK' })
    const search = field('Address, or words of an article')
    await act(() => {
      search.value = 'card'
      search.dispatchEvent(new InputEvent('input', { bubbles: true }))
    })
    await vi.waitFor(() => expect(dialog()?.querySelectorAll('li')).toHaveLength(1))

    search.focus()
    await stroke('Enter')

    await vi.waitFor(() => expect(field('Text in Markdown').value).toBe('See [Cards](/help/cards).'))
    expect(dialog()).toBeNull()
  })

  it('takes a pasted picture in, where it was pasted', async () => {
    await open({ body: 'See  here.' })
    select(4)
    const picture = new File(['png'], 'The menu.png', { type: 'image/png' })
    const paste = new Event('paste', { bubbles: true, cancelable: true })
    Object.assign(paste, { clipboardData: { files: [picture] } })

    await act(() => void field('Text in Markdown').dispatchEvent(paste))

    await vi.waitFor(() =>
      expect(field('Text in Markdown').value).toBe('See ![The menu](/help/wsp_1/images/abc.png) here.'),
    )
    expect(text()).toContain('The picture The menu is in the text.')
  })

  it('says which picture was refused, and leaves the text as it was', async () => {
    await open({ body: 'See here.' })
    select(4)
    editor.served.refuse = { begins: 'POST /api/articles/images', with: { status: 415, code: 'image_type' } }
    const paste = new Event('paste', { bubbles: true, cancelable: true })
    Object.assign(paste, { clipboardData: { files: [new File(['x'], 'fake.png', { type: 'image/png' })] } })

    await act(() => void field('Text in Markdown').dispatchEvent(paste))

    await vi.waitFor(() => expect(text()).toContain('The picture fake.png is not stored.'))
    expect(field('Text in Markdown').value).toBe('See here.')
  })

  it('goes to the line of a link that leads nowhere', async () => {
    await open({ body: 'One\n[two](/help/two)\nthree' })
    editor.served.linkFaults = [{ line: 2, target: '/help/two', kind: 'missing_article' }]
    await write('Text in Markdown', 'One\n[two](/help/two)\nthree.')
    await vi.waitFor(() => expect(text()).toContain('1 link leads nowhere'))

    await press('Line 2')

    const source = field('Text in Markdown')
    const selected = () => source.value.slice(source.selectionStart ?? 0, source.selectionEnd ?? 0)
    await vi.waitFor(() => expect(selected()).toBe('[two](/help/two)'))
    expect(document.activeElement).toBe(source)
  })

  it('says at the address that it is taken, opening what it stands in', async () => {
    await open()
    editor.served.refuse = {
      begins: 'PUT',
      with: {
        status: 409,
        code: 'article_slug_taken',
        errors: [{ field: 'slug', message: 'is that of another article' }],
      },
    }
    await press(/^Address, area and readers/)
    await write('Address', 'All Fees')
    await act(() => field('Address').blur())

    await vi.waitFor(() => expect(text()).toContain('Is that of another article.'), { timeout: 3_000 })
    expect(field('Address').getAttribute('aria-invalid')).toBe('true')
    expect(changesOf(editor.served)[0]?.body).toMatchObject({ slug: 'all-fees' })
  })

  it('says that it is a known issue', async () => {
    await open()
    await press(/^Address, area and readers/)

    await act(() => editor.page.root.querySelector<HTMLInputElement>('.article-known-issue input')?.click())

    await stroke('s', { ctrlKey: true })
    await vi.waitFor(() =>
      expect(changesOf(editor.served)[0]?.body).toMatchObject({ knownIssue: true, autosave: false }),
    )
  })

  it('gets another language under its address', async () => {
    await open({ title: 'Fees', body: 'Text' })
    await act(() => {
      const choice = called('Add a language')
      if (!(choice instanceof HTMLSelectElement)) throw new Error('no choice')
      choice.value = 'de'
      choice.dispatchEvent(new Event('change', { bubbles: true }))
    })

    await vi.waitFor(() => expect(changesOf(editor.served)).toHaveLength(1))
    expect(changesOf(editor.served)[0]).toMatchObject({
      name: 'POST',
      body: { slug: 'fees', locale: 'de', title: 'Fees', body: 'Text' },
    })
    await vi.waitFor(() => expect(location.pathname).toMatch(/^\/articles\/art_(?!a{21})/))
  })

  it('names what goes with it before it is deleted', async () => {
    await open({
      state: 'published',
      address: '/help/quayside/en/fees',
      redirects: ['old-fees'],
      verdicts: { helped: 2, notHelped: 1 },
    })
    await press('More')
    await press('Delete…')

    expect(dialog()?.textContent).toContain('/help/quayside/en/fees')
    expect(dialog()?.textContent).toContain('3 readers’ words')
    expect(dialog()?.textContent).toContain('/old-fees')
    expect(sent()).toEqual([])
    await inDialog('Delete article')
    await vi.waitFor(() => expect(sent()).toEqual(['DELETE']))
    expect(changesOf(editor.served)[0]?.query).toBe(`?basedOn=${articleOf().updatedAt}`)
    await vi.waitFor(() => expect(location.pathname).toBe('/articles'))
  })

  it('is not deleted with what somebody else wrote unseen, and nothing of either is lost', async () => {
    await open({ state: 'published' })
    await write('Text in Markdown', 'Mine')
    editor.served.articles = [articleOf({ state: 'published', body: 'Theirs', updatedAt: '2026-04-01T10:00:00.000Z' })]
    await press('More')
    await press('Delete…')

    await inDialog('Delete article')

    await vi.waitFor(() => expect(text()).toContain('Only you can decide'))
    expect(dialog()).toBeNull()
    expect(editor.served.articles[0]?.body).toBe('Theirs')
    expect(field('Text in Markdown').value).toBe('Mine')
    expect(sent()).toEqual(['DELETE'])
    // Once it was seen it may go.
    await press('More')
    await press('Delete…')
    await inDialog('Delete article')
    await vi.waitFor(() => expect(location.pathname).toBe('/articles'))
    expect(editor.served.articles).toEqual([])
  })

  it('is asked about anew before it is deleted where somebody else published it meanwhile', async () => {
    await open()
    const published = { state: 'published' as const, address: '/help/quayside/en/fees' }
    editor.served.articles = [articleOf({ ...published, updatedAt: '2026-04-01T10:00:00.000Z' })]
    await press('More')
    await press('Delete…')

    await inDialog('Delete article')

    await vi.waitFor(() => expect(dialog()?.textContent).toContain('/help/quayside/en/fees'))
    expect(dialog()?.querySelector('[role=alert]')).not.toBeNull()
    await inDialog('Delete article')
    await vi.waitFor(() => expect(location.pathname).toBe('/articles'))
  })

  it('is deleted with what was just written, of which nothing is sent or kept any more', async () => {
    await open()
    await write('Text in Markdown', 'Mine')
    await press('More')
    await press('Delete…')

    await inDialog('Delete article')

    await vi.waitFor(() => expect(location.pathname).toBe('/articles'))
    editor.page.close()
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    expect(sent().at(-1)).toBe('DELETE')
    expect(localStorage.length).toBe(0)
  })

  it('lets the member compare and decide when somebody else was first', async () => {
    await open()
    editor.served.refuse = { begins: 'PUT', with: { status: 409, code: 'article_changed' } }
    editor.served.articles = [articleOf({ body: 'Wait two days.', updatedAt: '2026-04-01T10:00:00.000Z' })]
    await write('Text in Markdown', 'Wait three days.')
    await stroke('s', { ctrlKey: true })
    await vi.waitFor(() => expect(text()).toContain('Only you can decide'))
    expect(editor.page.root.querySelector('.article-conflict del')?.textContent).toContain('two')
    expect(editor.page.root.querySelector('.article-conflict ins')?.textContent).toContain('three')

    await press('Use mine')

    await vi.waitFor(() => expect(editor.served.articles[0]?.body).toBe('Wait three days.'))
    expect(changesOf(editor.served).at(-1)?.body).toMatchObject({ basedOn: '2026-04-01T10:00:00.000Z' })
  })

  it('is not published in words that the member has not seen', async () => {
    await open()
    editor.served.articles = [articleOf({ body: 'Wait two days.', updatedAt: '2026-04-01T10:00:00.000Z' })]

    await press('Publish')

    await vi.waitFor(() => expect(text()).toContain('Only you can decide'))
    expect([sent(), editor.served.articles[0]?.state]).toEqual([['PUT publication'], 'draft'])
    await press('Use theirs, drop mine')
    await press('Publish')
    await vi.waitFor(() => expect(text()).toContain('Customers can read it now'))
    expect(editor.served.articles[0]).toMatchObject({ state: 'published', body: 'Wait two days.' })
  })

  it('is published where somebody else left it as it was', async () => {
    await open()
    editor.served.articles = [articleOf({ updatedAt: '2026-04-01T10:00:00.000Z' })]

    await press('Publish')

    await vi.waitFor(() => expect(text()).toContain('Customers can read it now'))
    expect(editor.served.articles[0]?.state).toBe('published')
  })
})

describe('a new article in the editor', () => {
  it('begins with what the address gives, and gets an address of its own without losing the hand', async () => {
    await openNew('?title=Cards&body=Wait.&locale=de')
    expect([field('Title').value, field('Text in Markdown').value]).toEqual(['Cards', 'Wait.'])
    const source = field('Text in Markdown')
    await write('Text in Markdown', 'Wait five days.')

    await stroke('s', { ctrlKey: true })

    await vi.waitFor(() => expect(location.pathname).toMatch(/^\/articles\/art_/))
    expect(changesOf(editor.served)[0]).toMatchObject({ name: 'POST', body: { title: 'Cards', locale: 'de' } })
    expect(document.activeElement).toBe(source)
    expect(source.isConnected).toBe(true)
  })

  it('begins at its title, and is kept without a connection and a title', async () => {
    await openNew()
    expect(document.activeElement).toBe(field('Title'))
    expect(called('Language')).toMatchObject({ value: 'pt' })
    await write('Text in Markdown', 'Words')
    editor.page.close()

    await openNew()

    expect(field('Text in Markdown').value).toBe('Words')
    expect(text()).toContain('Give it a title to save it')
    expect(sent()).toEqual([])
  })
})

it('offers who may only look nothing to change', async () => {
  await open({}, 'viewer')

  expect(field('Title')).toMatchObject({ readOnly: true })
  expect(field('Text in Markdown')).toMatchObject({ readOnly: true })
  for (const name of ['Publish', 'Bold', 'More', 'Add a language']) expect(() => called(name)).toThrow()
  expect(text()).toContain('Changing it takes an agent, admin or owner')
})
