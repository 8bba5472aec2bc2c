import { expect, it } from 'vitest'
import { describeOnBothStores } from '../testing/heed.ts'

describeOnBothStores('an address that cannot be read', (heed) => {
  it.each(['/api/%E0%A4%A', '/v1/%', '/w/pk_x/tickets/%E0%A4%A'])('is a problem like any other: %s', async (url) => {
    const reply = await heed.app.inject({ method: 'GET', url })

    expect(reply.statusCode).toBe(400)
    expect(reply.headers['content-type']).toMatch(/^application\/problem\+json/)
    expect(reply.json()).toMatchObject({ type: 'urn:heed:problem:invalid_input', code: 'invalid_input' })
    const { headers } = await heed.app.inject({ method: 'GET', url: '/livez' })
    const policy = 'content-security-policy'
    expect(reply.headers[policy]).toBe(headers[policy])
    expect(reply.headers['x-content-type-options']).toBe('nosniff')
  })

  it('is a page where readers look for one', async () => {
    const { workspaceId } = await heed.workspace()
    const pages = ['/help/%zz', `/help/${workspaceId}/de/%E0%A4%A?answered`, `/help/${workspaceId}/%`, '/mail/stop/%zz']

    for (const url of pages) {
      const { statusCode, headers } = await heed.app.inject({ method: 'GET', url })
      expect([url, statusCode, headers['content-type']]).toEqual([url, 404, 'text/html; charset=utf-8'])
    }
  })

  it('of the dashboard and the demo app leads to one that their pages can read', async () => {
    const leadsTo = async (url: string) => {
      const { statusCode, headers } = await heed.app.inject({ method: 'GET', url })
      return `${statusCode} ${headers.location}`
    }

    expect(await leadsTo('/tickets/%zz?q=%')).toBe('302 /tickets/%25zz?q=%')
    expect(await leadsTo('/demo/%')).toBe('302 /demo/%25')
    expect(await leadsTo('//elsewhere.example/%')).toBe('302 /elsewhere.example/%25')
    expect((await heed.app.inject({ method: 'GET', url: '/tickets/%25zz?q=%' })).statusCode).toBe(200)
  })
})
