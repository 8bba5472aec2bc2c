import { z } from 'zod'
import { SigningKeyId, WorkspaceId } from './ids.ts'
import { PersonClaim } from './people.ts'

/** Algorithms in which a token may be signed; nothing else is looked at. */
export const signingAlgorithms = ['HS256', 'ES256', 'RS256'] as const
export const SigningAlgorithm = z.enum(signingAlgorithms)
export type SigningAlgorithm = z.infer<typeof SigningAlgorithm>

/** What a browser sends of who its visitor is: a token of the host's server, an HMAC of the user id, or a claim alone. */
export const VisitorClaim = PersonClaim.extend({
  token: z.string().min(1).max(8_192).optional().describe('JWT signed by your server, which says all there is to say'),
  userHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'must be the HMAC-SHA256 of the userId, in hex')
    .optional()
    .describe('Vouches for the userId alone: everything else stays a claim'),
}).superRefine(({ token, ...rest }, context) => {
  if (token !== undefined) {
    for (const field of Object.keys(rest)) {
      context.addIssue({ code: 'custom', path: [field], message: 'belongs into the token, which says it signed' })
    }
  } else if (rest.userHash !== undefined && rest.userId === undefined) {
    context.addIssue({ code: 'custom', path: ['userId'], message: 'is what the userHash vouches for' })
  }
})
export type VisitorClaim = z.infer<typeof VisitorClaim>

/** The visitor is believed to be that user from now on. */
export const SignedVisitor = z.object({
  signedForMs: z.int().describe('For so long, in milliseconds; then a new token is wanted'),
  warnings: z
    .array(z.object({ field: z.string(), message: z.string() }))
    .describe('What of the token could not be read; the rest of it counts'),
})
export type SignedVisitor = z.infer<typeof SignedVisitor>

/** A key that the host's server signs with. */
export const SigningKey = z.object({
  id: SigningKeyId.describe('The `kid` of tokens'),
  algorithm: SigningAlgorithm,
  name: z.string(),
  hint: z.string().describe('The first characters of the secret, or the fingerprint of the public key'),
  createdAt: z.string(),
  lastUsedAt: z.string().nullable().describe('To the hour'),
})
export type SigningKey = z.infer<typeof SigningKey>

export const NewSigningKey = z.discriminatedUnion('algorithm', [
  z.strictObject({ algorithm: z.literal('HS256'), name: z.string().trim().min(1).max(60) }),
  z.strictObject({
    algorithm: z.enum(['ES256', 'RS256']),
    name: z.string().trim().min(1).max(60),
    publicKey: z.string().max(10_000).describe('PEM, SPKI'),
  }),
])
export type NewSigningKey = z.infer<typeof NewSigningKey>

/** The secret is told once. */
export const CreatedSigningKey = SigningKey.extend({ secret: z.string().nullable() })
export type CreatedSigningKey = z.infer<typeof CreatedSigningKey>

/** What the workspace believes, and whom enforcement would shut out. */
export const IdentitySettings = z.object({
  workspaceId: WorkspaceId.describe('The `aud` of tokens'),
  enforced: z.boolean().describe('Whether the browser API refuses whoever is not signed'),
  unverifiedValues: z.enum(['ignore', 'use']).describe('Whether segments look at what only a browser claims'),
  keys: z.array(SigningKey),
  seen: z
    .object({ days: z.int(), signed: z.int(), unsigned: z.int(), anonymous: z.int() })
    .describe('Visitors of the last days, by how they came'),
})
export type IdentitySettings = z.infer<typeof IdentitySettings>

export const IdentityPatch = z.strictObject({
  enforced: z.boolean().optional(),
  unverifiedValues: z.enum(['ignore', 'use']).optional(),
})
export type IdentityPatch = z.infer<typeof IdentityPatch>

export const identityProblems = {
  identity_invalid: [401, 'The identity token was refused.'],
  identity_required: [401, 'This workspace answers only visitors whose identity is signed.'],
  identity_expired: [401, 'The identity of this visitor has expired. Send a new token.'],
  signing_key_not_found: [404, 'There is no such signing key in this workspace.'],
  signing_key_unfit: [400, 'The public key cannot be read, or does not fit the algorithm.'],
  nobody_signed: [409, 'No signing key is there, so enforcement would shut everybody out.'],
} as const
