/** Every kind of row that has an id, and the prefix that names it in any log. */
export const idPrefixes = {
  workspace: 'wsp',
  key: 'key',
  member: 'mem',
  person: 'ppl',
  account: 'acc',
  survey: 'srv',
  exposure: 'exp',
  response: 'rsp',
  ticket: 'tkt',
  message: 'msg',
  area: 'are',
  article: 'art',
  deflection: 'dfl',
  attachment: 'att',
  idea: 'ide',
  segment: 'seg',
  event: 'evt',
  signingKey: 'sgk',
  notice: 'ntc',
  share: 'shr',
  request: 'req',
  ideaAnswer: 'ans',
  mail: 'mai',
} as const

export type IdKind = keyof typeof idPrefixes
