import { expect, it } from 'vitest'
import { describeOnBothStores } from '../testing/heed.ts'

describeOnBothStores('an address that cannot be read', (heed) => {
  it.each(['/api/%E0%A4%A', '/%', '/w/pk_x/tickets/%E0%A4%A'])('is a problem like any other: %s', async (url) => {
    const reply = await heed.app.inject({ method: 'GET', url })

    expect(reply.statusCode).toBe(400)
    expect(reply.headers['content-type']).toMatch(/^application\/problem\+json/)
    expect(reply.json()).toMatchObject({ type: 'urn:heed:problem:invalid_input', code: 'invalid_input' })
    const { headers } = await heed.app.inject({ method: 'GET', url: '/livez' })
    const policy = 'content-security-policy'
    expect(reply.headers[policy]).toBe(headers[policy])
    expect(reply.headers['x-content-type-options']).toBe('nosniff')
  })
})
