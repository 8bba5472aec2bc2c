import type { SigningKey } from '@heed/contracts'

/** JavaScript for the host's server that signs with this key, for this workspace. */
export const serverCode = (workspaceId: string, { id, algorithm }: SigningKey): string => `import { ${
  algorithm === 'HS256' ? 'SignJWT' : 'importPKCS8, SignJWT'
} } from 'jose'

${
  algorithm === 'HS256'
    ? 'const key = new TextEncoder().encode(process.env.HEED_SIGNING_SECRET)'
    : `const key = await importPKCS8(process.env.HEED_PRIVATE_KEY, '${algorithm}')`
}

export const heedToken = (user) =>
  new SignJWT({
    name: user.name,
    email: user.email,
    account: { id: user.company.id, plan: user.company.plan },
  })
    .setProtectedHeader({ alg: '${algorithm}', kid: '${id}' })
    .setSubject(user.id)
    .setAudience('${workspaceId}')
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(key)`

/** What the page does with it: the widget asks for another token when one ends. */
export const pageCode = `heed('identify', {
  userId: user.id,
  token: async () => (await fetch('/heed-token')).text(),
})`
